package dev.sanca.internal.word;

import static dev.sanca.internal.word.Mismatch.unless;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.object_h;
import java.util.Locale;

/**
 * Proves where the reference count is, how wide it is, and where it saturates. The proof writes counts near each bound
 * into a new object and observes what {@code Py_IncRef} and {@code Py_DecRef} change.
 *
 * <p><b>Source:</b> PEP 683; CPython's {@code Include/refcount.h}.
 */
final class CountProof {
    private static final int SATURATES_EARLY = 0xC000_0000; // 3 << 30: CPython 3.14
    private static final int SATURATES_LATE = 0xFFFF_FFFF; // CPython 3.12 and 3.13
    private static final int IMMORTAL = 0x8000_0000;

    private CountProof() {}

    static String prove(Findings found) throws Mismatch {
        unless(!Proof.isDebugBuild(), "a debug build keeps the total of all counts");
        checkNewObject(listobject_h.PyList_New(3));
        checkNewObject(dictobject_h.PyDict_New());
        checkNewObject(floatobject_h.PyFloat_FromDouble(0.5));
        boolean noneIsImmortal = !changesByOne(LibPython.address("_Py_NoneStruct"));
        unless(
                noneIsImmortal == LibPython.isAtLeast(3, 12),
                noneIsImmortal ? "None is immortal before 3.12" : "None is not immortal");
        try (Sample sample = Sample.of(listobject_h.PyList_New(0))) {
            long before = sample.getLong(0);
            try {
                return noneIsImmortal ? proveNarrow(sample, found) : proveWide(sample, found);
            } finally {
                Memory.putLong(sample.word(), before);
            }
        }
    }

    private static String proveWide(Sample sample, Findings found) throws Mismatch {
        Memory.putLong(sample.word(), 0xFFFF_FFFFL);
        object_h.Py_IncRef(sample.word());
        unless(sample.getLong(0) == 0x1_0000_0000L, "the count does not carry into its upper half");
        object_h.Py_DecRef(sample.word());
        unless(sample.getLong(0) == 0xFFFF_FFFFL, "the count does not borrow from its upper half");
        found.wideCount = true;
        return "64 bits at offset 0";
    }

    private static String proveNarrow(Sample sample, Findings found) throws Mismatch {
        unless(increment(sample, SATURATES_LATE) == SATURATES_LATE, "the count does not saturate at its upper end");
        int saturated = increment(sample, SATURATES_EARLY) == SATURATES_EARLY ? SATURATES_EARLY : SATURATES_LATE;
        unless(increment(sample, saturated - 1) == saturated, "the count does not reach its bound");
        unless(increment(sample, IMMORTAL - 1) == IMMORTAL, "the count does not pass into the immortal range");
        unless(decrement(sample, IMMORTAL) == IMMORTAL, "an immortal count can be decremented");
        unless(decrement(sample, saturated) == saturated, "an immortal count can be decremented");
        unless(decrement(sample, IMMORTAL - 1) == IMMORTAL - 2, "the greatest mortal count cannot be decremented");
        found.narrowCount = true;
        found.saturated = saturated;
        return "32 bits at offset 0, immortal from 0x80000000, saturates at 0x"
                + Integer.toHexString(saturated).toUpperCase(Locale.ROOT);
    }

    private static int increment(Sample sample, int count) throws Mismatch {
        return step(sample, count, true);
    }

    private static int decrement(Sample sample, int count) throws Mismatch {
        return step(sample, count, false);
    }

    /** Returns the count after one increment or decrement; the upper half of the first 8 bytes must not change. */
    private static int step(Sample sample, int count, boolean up) throws Mismatch {
        int upper = sample.getInt(Integer.BYTES);
        Memory.putInt(sample.word(), count);
        if (up) {
            object_h.Py_IncRef(sample.word());
        } else {
            object_h.Py_DecRef(sample.word());
        }
        unless(sample.getInt(Integer.BYTES) == upper, "counting changes the upper half of the first 8 bytes");
        return sample.getInt(0);
    }

    private static void checkNewObject(long word) throws Mismatch {
        try (Sample sample = Sample.of(word)) {
            unless(sample.getInt(0) == 1, "the count of a new object is not 1");
            unless(changesByOne(word), "Py_IncRef does not change the first 8 bytes by 1");
            unless(sample.getInt(0) == 1, "Py_DecRef does not undo Py_IncRef");
        }
    }

    /** Returns whether an increment adds exactly 1 to the first 8 bytes. The increment is undone. */
    private static boolean changesByOne(long word) {
        long before = Memory.getLong(word);
        object_h.Py_IncRef(word);
        long after = Memory.getLong(word);
        object_h.Py_DecRef(word);
        return after - before == 1;
    }
}
