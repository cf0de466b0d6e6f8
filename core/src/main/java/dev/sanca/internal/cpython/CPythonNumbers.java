package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.BinaryOperator;
import dev.sanca.internal.engine.NumberOperations;
import dev.sanca.internal.engine.UnaryOperator;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.boolobject_h;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.FloatReads;
import dev.sanca.internal.word.NumberFreeList;
import dev.sanca.internal.word.TypeReads;
import java.math.BigInteger;

/**
 * Operators, and numbers as Java values.
 *
 * <p><b>Source:</b> {@code Include/abstract.h}, the number protocol; {@code longobject.h}, {@code cpython/longobject.h},
 * {@code floatobject.h}.
 */
interface CPythonNumbers extends NumberOperations {
    /** The bits of a {@code long} without its sign. */
    int LONG_BITS = 63;

    /** The most bits that a {@code BigInteger} can have: 2³¹. */
    long MOST_BYTES = 1L << 28;

    @Override
    default long unary(ThreadState state, UnaryOperator operator, long a) {
        return PythonErrors.check(state, Operators.function(operator).apply(a));
    }

    @Override
    default long binary(ThreadState state, BinaryOperator operator, long a, long b) {
        return PythonErrors.check(state, Operators.function(operator).apply(a, b));
    }

    @Override
    default long power(ThreadState state, long a, long b, long modulus) {
        return PythonErrors.check(state, abstract_h.PyNumber_Power(a, b, modulus));
    }

    @Override
    default long ofBoolean(ThreadState state, boolean value) {
        return boolobject_h.PyBool_FromLong(value ? 1 : 0);
    }

    @Override
    default long ofLong(ThreadState state, long value) {
        long spare = NumberFreeList.newIntOrNull(value);
        return spare != 0 ? spare : PythonErrors.check(state, longobject_h.PyLong_FromLongLong(value));
    }

    @Override
    default long ofBigInteger(ThreadState state, BigInteger value) {
        if (value.bitLength() <= LONG_BITS) {
            return ofLong(state, value.longValue());
        }
        byte[] bytes = value.toByteArray(); // big-endian, two's complement
        long copy = Memory.malloc(bytes.length);
        try {
            Memory.copy(bytes, 0, copy, bytes.length);
            return PythonErrors.check(
                    state,
                    longobject_h.HAS_PyLong_FromNativeBytes
                            ? longobject_h.PyLong_FromNativeBytes(copy, bytes.length, 0)
                            : longobject_h._PyLong_FromByteArray(copy, bytes.length, 0, 1));
        } finally {
            Memory.free(copy);
        }
    }

    @Override
    default long ofDouble(ThreadState state, double value) {
        long spare = NumberFreeList.newFloatOrNull(value);
        return spare != 0 ? spare : PythonErrors.check(state, floatobject_h.PyFloat_FromDouble(value));
    }

    @Override
    default boolean isIndex(ThreadState state, long word) {
        return abstract_h.PyIndex_Check(word) != 0;
    }

    @Override
    default long index(ThreadState state, long word) {
        return PythonErrors.check(state, abstract_h.PyNumber_Index(word));
    }

    @Override
    default long asLong(ThreadState state, long integer, long orElse) {
        long value = longobject_h.PyLong_AsLongLong(integer);
        if (value == -1 && PythonErrors.isPending()) {
            PythonErrors.clear();
            return orElse;
        }
        return value;
    }

    @Override
    default BigInteger asBigInteger(ThreadState state, long integer) {
        long bytes = longobject_h.HAS__PyLong_AsByteArray
                ? longobject_h._PyLong_NumBits(integer) / 8 + 1
                : longobject_h.PyLong_AsNativeBytes(integer, 0, 0, 0);
        PythonErrors.check(state, Long.signum(bytes));
        if (bytes > MOST_BYTES) {
            throw PythonErrors.of(
                    state,
                    "PyExc_OverflowError",
                    "an int of about " + bytes + " bytes is too large for a Java BigInteger, which has at most "
                            + MOST_BYTES + ". Divide it, or take its bytes, in Python");
        }
        byte[] copy = new byte[(int) bytes];
        long block = Memory.malloc(bytes);
        try {
            long status = longobject_h.HAS__PyLong_AsByteArray
                    ? longobject_h._PyLong_AsByteArray(integer, block, bytes, 0, 1)
                    : longobject_h.PyLong_AsNativeBytes(integer, block, bytes, 0);
            PythonErrors.check(state, Long.signum(status));
            Memory.copy(block, copy, 0, copy.length);
        } finally {
            Memory.free(block);
        }
        return new BigInteger(copy);
    }

    @Override
    default boolean isNumber(ThreadState state, long word) {
        return abstract_h.PyNumber_Check(word) != 0;
    }

    @Override
    default double asDouble(ThreadState state, long word) {
        if (TypeReads.isExactFloat(word)) {
            return FloatReads.floatValue(word);
        }
        double value = floatobject_h.PyFloat_AsDouble(word);
        if (value == -1.0 && PythonErrors.isPending()) {
            throw PythonErrors.pending(state);
        }
        return value;
    }
}
