package dev.sanca.convert.builtin;

import dev.sanca.cpython.Errors;
import dev.sanca.cpython.Strings;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.longobject_h;
import dev.sanca.own.ThreadState;
import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The less common numbers to Python; every one exactly. */
final class NumberWriters {
    private static final int LONG_BITS = 63;

    private NumberWriters() {}

    /** The writer of a class of numbers, or null. */
    static @Nullable Writer of(Class<?> type) {
        if (type == Byte.class || type == Short.class || type == AtomicInteger.class || type == AtomicLong.class) {
            return Writer.of(Number.class, (state, value) -> ToPython.ofLong(state, value.longValue()));
        } else if (type == Float.class) {
            return Writer.of(Float.class, (state, value) -> ToPython.ofDouble(state, value));
        } else if (type == Character.class) {
            return Writer.of(
                    Character.class, (state, value) -> Errors.check(state, Strings.newString(value.toString())));
        } else if (BigInteger.class.isAssignableFrom(type)) {
            return Writer.of(BigInteger.class, NumberWriters::ofBigInteger);
        } else if (type == OptionalInt.class) {
            return Writer.of(
                    OptionalInt.class,
                    (state, value) -> ToPython.convert(state, value.isPresent() ? value.getAsInt() : null));
        } else if (type == OptionalLong.class) {
            return Writer.of(
                    OptionalLong.class,
                    (state, value) -> ToPython.convert(state, value.isPresent() ? value.getAsLong() : null));
        } else if (type == OptionalDouble.class) {
            return Writer.of(
                    OptionalDouble.class,
                    (state, value) -> ToPython.convert(state, value.isPresent() ? value.getAsDouble() : null));
        }
        return null;
    }

    /** A new {@code int} of any size. */
    static long ofBigInteger(ThreadState state, BigInteger value) {
        if (value.bitLength() <= LONG_BITS) {
            return ToPython.ofLong(state, value.longValue());
        }
        byte[] bytes = value.toByteArray(); // big-endian, two's complement
        long copy = Memory.malloc(bytes.length);
        try {
            Memory.copy(bytes, 0, copy, bytes.length);
            return Errors.check(
                    state,
                    longobject_h.HAS_PyLong_FromNativeBytes
                            ? longobject_h.PyLong_FromNativeBytes(copy, bytes.length, 0)
                            : longobject_h._PyLong_FromByteArray(copy, bytes.length, 0, 1));
        } finally {
            Memory.free(copy);
        }
    }
}
