package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.thread.ThreadState;
import java.math.BigInteger;

/**
 * Ints of any size.
 *
 * <p><b>Source:</b> {@code Include/longobject.h}, {@code Include/cpython/longobject.h}.
 */
final class LargeIntegers {
    private static final int LONG_BITS = 63;

    /** A {@code BigInteger} has 2³¹ bits. */
    private static final long MOST_BYTES = 1L << 28;

    private LargeIntegers() {}

    /** A new {@code int}. */
    static long of(ThreadState state, BigInteger value) {
        if (value.bitLength() <= LONG_BITS) {
            return Operations.of(state).ofLong(state, value.longValue());
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

    /** The value of a borrowed int. */
    static BigInteger toJava(ThreadState state, long integer) {
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
}
