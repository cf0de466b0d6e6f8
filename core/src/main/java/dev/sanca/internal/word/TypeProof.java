package dev.sanca.internal.word;

import static dev.sanca.internal.word.Mismatch.unless;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.tupleobject_h;
import java.util.ArrayList;
import java.util.List;

/** Proves where an object has the pointer to its type, and where a type has its flags. */
final class TypeProof {
    private static final String[] TYPES = {
        "PyLong_Type",
        "PyList_Type",
        "PyTuple_Type",
        "PyUnicode_Type",
        "PyDict_Type",
        "PyBytes_Type",
        "PyType_Type",
        "PyFloat_Type",
        "PyBool_Type",
        "PyBaseObject_Type",
        "PyExc_ValueError",
        "PyExc_KeyError"
    };

    private TypeProof() {}

    static String proveType(Findings found) throws Mismatch {
        List<Sample> samples = new ArrayList<>();
        try {
            samples.add(Sample.of(longobject_h.PyLong_FromLongLong(1L << 40)));
            samples.add(Sample.of(floatobject_h.PyFloat_FromDouble(0.5)));
            samples.add(Sample.of(listobject_h.PyList_New(0)));
            samples.add(Sample.of(tupleobject_h.PyTuple_New(0)));
            samples.add(Sample.of(dictobject_h.PyDict_New()));
            samples.add(Sample.borrowed(LibPython.address("PyLong_Type")));
            String[] types = {"PyLong_Type", "PyFloat_Type", "PyList_Type", "PyTuple_Type", "PyDict_Type", "PyType_Type"
            };
            long[] expected = new long[types.length];
            for (int i = 0; i < types.length; i++) {
                expected[i] = LibPython.address(types[i]);
            }
            found.typeOffset = find(samples, expected, "the type");
            found.type = true;
            return "pointer at offset " + found.typeOffset;
        } finally {
            samples.forEach(Sample::close);
        }
    }

    static String proveFlags(Findings found) throws Mismatch {
        List<Sample> samples = new ArrayList<>();
        try {
            long[] expected = new long[TYPES.length];
            for (int i = 0; i < TYPES.length; i++) {
                samples.add(Sample.borrowed(LibPython.address(TYPES[i])));
                expected[i] = object_h.PyType_GetFlags(samples.get(i).word());
            }
            found.flagsOffset = find(samples, expected, "the flags of a type");
            found.flags = true;
            return "64 bits at offset " + found.flagsOffset + " of a type";
        } finally {
            samples.forEach(Sample::close);
        }
    }

    /** Returns the only offset at which every sample has its expected value. */
    private static long find(List<Sample> samples, long[] expected, String what) throws Mismatch {
        long smallest = samples.stream().mapToLong(Sample::size).min().orElse(0);
        long at = -1;
        for (long offset = 0; offset + Long.BYTES <= smallest; offset += Long.BYTES) {
            if (allHave(samples, expected, offset)) {
                unless(at < 0, what + " is found at two offsets");
                at = offset;
            }
        }
        unless(at >= 0, what + " is not found in the object");
        return at;
    }

    private static boolean allHave(List<Sample> samples, long[] expected, long offset) throws Mismatch {
        for (int i = 0; i < expected.length; i++) {
            if (samples.get(i).getLong(offset) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
