package dev.sanca.benchmarks;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.word.IntReads;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.types.PyAny;

/** What the bare halves of the benchmarks need: words, argument blocks, checks. */
final class Bare {
    /** {@code PY_VECTORCALL_ARGUMENTS_OFFSET}. */
    static final long OFFSET_FLAG = Long.MIN_VALUE;

    private Bare() {}

    /** The word of a reference that the benchmark keeps. */
    static long word(PyAny reference) {
        return Refs.word(reference);
    }

    /** The address of memory for vectorcall arguments, after the word that is the callee's to use. Never freed. */
    static long arguments(long... words) {
        long block = Memory.allocate(8L * (words.length + 1));
        for (int i = 0; i < words.length; i++) {
            Memory.putLong(block + 8 + 8L * i, words[i]);
        }
        return block + 8;
    }

    /** An interned name; never given back. */
    static long name(String text) {
        return unicodeobject_h.PyUnicode_InternFromString(Memory.constant(text));
    }

    /** The value of an int by inline loads, after a look at its type. */
    static long intValue(long word) {
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        return longobject_h.PyLong_AsLongLong(word);
    }

    /** {@code result}, unless it says that Python failed. */
    static long check(long result) {
        if (result == 0) {
            throw new AssertionError("a bare call failed");
        }
        return result;
    }

    /** {@code status}, unless it says that Python failed. */
    static int check(int status) {
        if (status < 0) {
            throw new AssertionError("a bare call failed");
        }
        return status;
    }
}
