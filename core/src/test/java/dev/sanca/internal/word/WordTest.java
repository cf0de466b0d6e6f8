package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.RawPython;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class})
class WordTest {

    @Test
    void lastCountDeallocates() {
        RawPython.exec("""
                class Dies:
                    def __del__(self):
                        deaths.append(1)
                deaths = []
                """);
        long word = RawPython.eval("Dies()");
        Word.incref(word);
        Word.decref(word);
        assertThat(RawPython.evalLong("len(deaths)")).isZero();
        Word.decref(word);
        assertThat(RawPython.evalLong("len(deaths)")).isEqualTo(1);
    }

    @Test
    void immortalStaysAsItIsAndOthersAreCounted() {
        for (String expression : new String[] {"None", "True", "()", "''", "1", "int", "sys.intern('name')"}) {
            RawPython.exec("import sys");
            long word = RawPython.eval(expression);
            long before = RawPython.evalLong("sys.getrefcount(" + expression + ")");
            long head = Memory.getLong(word);
            for (int i = 0; i < 1_000; i++) {
                Word.incref(word);
            }
            if (LibPython.isFreeThreaded()) { // its counts lie elsewhere, and in two parts
                assertThat(RawPython.evalLong("sys.getrefcount(" + expression + ")") - before)
                        .as(expression)
                        .isIn(0L, 1_000L);
            } else {
                boolean immortal = (int) head < 0;
                assertThat(Memory.getLong(word) - head).as(expression).isEqualTo(immortal ? 0 : 1_000);
            }
            for (int i = 0; i < 1_000; i++) {
                Word.decref(word);
            }
            assertThat(Memory.getLong(word)).as(expression).isEqualTo(head);
            assertThat(RawPython.evalLong("sys.getrefcount(" + expression + ")"))
                    .isEqualTo(before);
            Word.decref(word);
        }
        long none = LibPython.address("_Py_NoneStruct");
        long before = RawPython.evalLong("sys.getrefcount(None)");
        Word.incref(none);
        boolean noneIsImmortal = RawPython.evalLong("sys.getrefcount(None)") == before;
        Word.decref(none);
        assertThat(noneIsImmortal).isEqualTo(LibPython.isAtLeast(3, 12));
    }

    @Test
    void countsNearTheEdgesAreThoseOfPython() {
        Assumptions.assumeFalse(
                Proof.isDebugBuild(), "a debug build detects counts that were not made by an increment");
        long word = listobject_h.PyList_New(0);
        long head = Memory.getLong(word);
        int[] edges = {2, 1 << 30, 0x7FFF_FFFE, 0x7FFF_FFFF, 0x8000_0000, 0xBFFF_FFFF, 0xC000_0000, 0xFFFF_FFFE, -1};
        for (int edge : edges) {
            for (int flags : new int[] {0, 0x0004_0000}) {
                boolean wide = !LibPython.isAtLeast(3, 12);
                long set = (wide ? 0L : (long) flags << 32) | (edge & 0xFFFF_FFFFL);
                String when = "from " + Long.toHexString(set);
                Memory.putLong(word, set);
                object_h.Py_IncRef(word);
                long expected = Memory.getLong(word);
                Memory.putLong(word, set);
                Word.incref(word);
                assertThat(Memory.getLong(word)).as("incref " + when).isEqualTo(expected);
                Memory.putLong(word, set);
                object_h.Py_DecRef(word);
                expected = Memory.getLong(word);
                Memory.putLong(word, set);
                Word.decref(word);
                assertThat(Memory.getLong(word)).as("decref " + when).isEqualTo(expected);
            }
        }
        Memory.putLong(word, head);
        Word.decref(word);
    }

    @Test
    void typeIsThatOfPython() {
        String[] expressions = {
            "1",
            "1.5",
            "'x'",
            "b'x'",
            "[]",
            "()",
            "{}",
            "set()",
            "None",
            "True",
            "int",
            "type",
            "ValueError()",
            "type('T', (), {})()",
            "type('M', (type,), {})('C', (), {})",
            "len",
            "lambda: 0",
            "1j",
            "iter([])"
        };
        for (String expression : expressions) {
            RawPython.exec("it = " + expression);
            long word = RawPython.eval("it");
            assertThat(Word.type(word)).as(expression).isEqualTo(RawPython.evalLong("id(type(it))"));
            Word.decref(word);
        }
    }

    @Test
    void identityIsOfWords() {
        long a = RawPython.eval("[]");
        long b = RawPython.eval("[]");
        assertThat(Word.is(a, a)).isTrue();
        assertThat(Word.is(a, b)).isFalse();
        assertThat(Word.newRef(a)).isEqualTo(a);
        Word.decref(a);
        Word.xdecref(a);
        Word.xdecref(b);
        Word.xdecref(Word.NULL);
    }

    @Test
    void taggedWordWithoutOwnerIsRefused() {
        long tagged = 0xff00_0000_0000_0001L; // a handle of runtime 255
        assertThat(Word.isTagged(tagged)).isTrue();
        assertThatThrownBy(() -> Word.incref(tagged))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0xff00000000000001");
        assertThatThrownBy(() -> Word.decref(tagged)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Word.type(tagged)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Word.is(tagged, 0x17 << 4 | 2)).isInstanceOf(IllegalStateException.class);
        assertThat(pystate_h.PyGILState_Check()).isOne();
    }

    @Test
    void onlyPointersAreObjects() {
        long[] pointers = {4, 8, 0x7fff_ffff_fff8L};
        long[] others = {
            0, 1, 2, 3, 5, 6, 7, 9, -1, -2, -3, Tagged.NONE, Tagged.ofInt(0), Tagged.ofInt(-1), Long.MIN_VALUE | 1
        };
        for (long pointer : pointers) {
            assertThat(Word.isObject(pointer)).as(Long.toHexString(pointer)).isTrue();
            assertThat(Word.areObjects(8, pointer, 16))
                    .as(Long.toHexString(pointer))
                    .isTrue();
        }
        for (long other : others) {
            assertThat(Word.isObject(other)).as(Long.toHexString(other)).isFalse();
            assertThat(Word.areObjects(other, 8, 16))
                    .as(Long.toHexString(other))
                    .isFalse();
            assertThat(Word.areObjects(8, other, other))
                    .as(Long.toHexString(other))
                    .isFalse();
        }
    }
}
