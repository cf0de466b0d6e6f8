package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.RawPython;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.internal.ffi.sysmodule_h;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sequences of counting, inline and by CPython's own functions, which are its inline macros compiled. What both leave
 * in the head of an object must be the same, bit by bit.
 */
@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class, SeededRandom.class})
class CountSequencesTest {
    private static final int STEPS = 4_000;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final long LOW = 8;

    private static final long ARGUMENT = Memory.allocate(Long.BYTES);

    /** Counts at which some version changes its mind; with a neighbourhood each. */
    private static final long[] EDGES = {4, 1L << 30, 1L << 31, 3L << 30, 1L << 32};

    /** Makes an object that has no other owner, and that is not immortal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1, 2, 3]",
                "{}",
                "{'key': 1}",
                "{1, 2}",
                "1.25 * len('ab')",
                "1 << 70 | id([])",
                "'x' * 40 + str(id([]))",
                "'\\u20ac' * 9 + str(id([]))",
                "bytes([1] * 50)",
                "bytearray(3)",
                "(1, [])",
                "object()",
                "Plain()",
                "Slotted()",
                "type('Fresh', (), {})",
                "ValueError()",
                "lambda: 0",
                "iter([])",
                "[].append",
                "(i for i in ())",
            })
    void twinsStayAlike(String expression, RandomGenerator random) {
        RawPython.exec("""
                import sys
                class Plain: pass
                class Other: pass
                class Slotted: __slots__ = ('a',)
                """);
        long ours = RawPython.eval(expression);
        long theirs = RawPython.eval(expression);
        assertThat(ours).isNotEqualTo(theirs);
        long head = Memory.getLong(ours);
        assertThat(head).as("heads of new twins").isEqualTo(Memory.getLong(theirs));
        boolean writesCounts = countsCanBeWritten();
        long start = refcount(theirs);
        for (int i = 0; i < STEPS; i++) {
            switch (random.nextInt(12)) {
                case 0 -> compareTypes(ours, theirs, expression.equals("Plain()"));
                case 1 -> assertThat(refcount(ours)).isEqualTo(refcount(theirs));
                case 2 -> {
                    if (writesCounts) {
                        long set = edge(random, head);
                        Memory.putLong(ours, set);
                        Memory.putLong(theirs, set);
                    }
                }
                default -> {
                    boolean up = random.nextBoolean() || (writesCounts ? isLow(theirs) : refcount(theirs) <= start);
                    count(ours, up, true, random);
                    count(theirs, up, false, random);
                }
            }
            if (writesCounts) {
                assertThat(Memory.getLong(ours)).as("step %d", i).isEqualTo(Memory.getLong(theirs));
            }
        }
        if (writesCounts) {
            Memory.putLong(ours, head);
            Memory.putLong(theirs, head);
        } else {
            levelOut(ours, theirs, start);
        }
        Word.decref(ours);
        object_h.Py_DecRef(theirs);
    }

    /** The same in one object that all share, which is immortal or has a count of its own, and may change meanwhile. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "None",
                "True",
                "False",
                "...",
                "NotImplemented",
                "0",
                "-5",
                "7",
                "256",
                "()",
                "''",
                "'a'",
                "b''",
                "b'z'",
                "int",
                "type",
                "object",
                "ValueError",
                "sys.intern('a name')",
                "sys.modules",
                "sys"
            })
    void oneObjectCannotTellWhoCounts(String expression, RandomGenerator random) {
        RawPython.exec("import sys");
        long word = RawPython.eval(expression);
        long type = object_h.PyObject_Type(word);
        long head = Memory.getLong(word);
        long start = refcount(word);
        object_h.Py_IncRef(word);
        boolean immortal = refcount(word) == start;
        object_h.Py_DecRef(word);
        long mine = 0;
        for (int i = 0; i < STEPS; i++) {
            boolean up = mine == 0 || random.nextBoolean();
            count(word, up, random.nextBoolean(), random);
            mine += up ? 1 : -1;
            assertThat(Word.type(word)).isEqualTo(type);
            if (i % 10 == 0) {
                assertThat(refcount(word)).isEqualTo(immortal ? start : start + mine);
            }
        }
        for (; mine > 0; mine--) {
            count(word, false, random.nextBoolean(), random);
        }
        assertThat(Memory.getLong(word)).isEqualTo(head);
        object_h.Py_DecRef(type);
        Word.decref(word);
    }

    @Test
    void immortalsOfEachVersionAreThoseOfPython() {
        Assumptions.assumeTrue(countsCanBeWritten(), "a build with counts of its own");
        assertThat(isImmortal(LibPython.address("_Py_NoneStruct"))).isEqualTo(LibPython.isAtLeast(3, 12));
        assertThat(isImmortal(LibPython.address("PyLong_Type"))).isEqualTo(LibPython.isAtLeast(3, 12));
        long small = longobject_h.PyLong_FromLongLong(5);
        assertThat(isImmortal(small)).isEqualTo(LibPython.isAtLeast(3, 12));
        Word.decref(small);
        long large = longobject_h.PyLong_FromLongLong(1L << 40);
        assertThat(isImmortal(large)).isFalse();
        Word.decref(large);
    }

    /** Whether a count might come near 0. Asking Python would change one that stands at an edge. */
    private static boolean isLow(long word) {
        long head = Memory.getLong(word);
        return (LibPython.isAtLeast(3, 12) ? head & LOW_HALF : head) < LOW;
    }

    private static void count(long word, boolean up, boolean inline, RandomGenerator random) {
        boolean plain = random.nextBoolean();
        if (up && inline) {
            if (plain) {
                Word.incref(word);
            } else {
                assertThat(Word.newRef(word)).isEqualTo(word);
            }
        } else if (up) {
            object_h.Py_IncRef(word);
        } else if (!inline) {
            object_h.Py_DecRef(word);
        } else if (plain) {
            Word.decref(word);
        } else {
            Word.xdecref(word);
        }
    }

    private static void compareTypes(long ours, long theirs, boolean assignable) {
        if (assignable) { // the pointer to the type is what changes
            long other = RawPython.eval("Other");
            object_h.PyObject_SetAttrString(ours, Memory.constant("__class__"), other);
            object_h.PyObject_SetAttrString(theirs, Memory.constant("__class__"), other);
            object_h.Py_DecRef(other);
        }
        long type = object_h.PyObject_Type(theirs);
        assertThat(Word.type(ours)).isEqualTo(type);
        assertThat(Word.is(Word.type(theirs), type)).isTrue();
        object_h.Py_DecRef(type);
    }

    /** A head with a count near an edge: of 64 bits up to 3.11, then of 32 below flags. */
    private static long edge(RandomGenerator random, long head) {
        long count = EDGES[random.nextInt(EDGES.length)] + random.nextInt(7) - 3;
        if (!LibPython.isAtLeast(3, 12)) {
            return Math.max(count, LOW);
        }
        long flags = random.nextBoolean() ? head & ~LOW_HALF : 0x0004_0000L << 32;
        long low = count & LOW_HALF;
        return flags | Math.max(low, LOW);
    }

    /** Counts that were added to both alike are taken back, where the head cannot simply be written. */
    private static void levelOut(long ours, long theirs, long start) {
        while (refcount(theirs) > start) {
            Word.decref(ours);
            object_h.Py_DecRef(theirs);
        }
    }

    private static boolean isImmortal(long word) {
        return LibPython.isAtLeast(3, 12) && Memory.getInt(word) < 0;
    }

    /** A debug build detects counts that were not made by an increment, a free-threaded one keeps them in two parts. */
    private static boolean countsCanBeWritten() {
        return !Proof.isDebugBuild()
                && !Memory.getString(pylifecycle_h.Py_GetVersion()).contains("free-threading");
    }

    /** {@code sys.getrefcount}, the argument of the call counted or not, as this version has it. */
    private static long refcount(long word) {
        long function = sysmodule_h.PySys_GetObject(Memory.constant("getrefcount"));
        Memory.putLong(ARGUMENT, word);
        long result = abstract_h.PyObject_VectorcallDict(function, ARGUMENT, 1, 0);
        long value = longobject_h.PyLong_AsLongLong(result);
        object_h.Py_DecRef(result);
        return value;
    }
}
