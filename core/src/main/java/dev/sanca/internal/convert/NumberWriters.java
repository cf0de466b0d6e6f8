package dev.sanca.internal.convert;

import dev.sanca.convert.Fraction;
import dev.sanca.internal.engine.ImportedAttribute;
import dev.sanca.internal.engine.Operations;
import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Converts the less common classes of numbers to Python, without loss. */
final class NumberWriters {
    private static final ImportedAttribute FRACTION = new ImportedAttribute("fractions", "Fraction");

    private NumberWriters() {}

    /** Returns the writer of a class of numbers; null for any other class. */
    static @Nullable Writer of(Class<?> type) {
        if (type == Byte.class || type == Short.class || type == AtomicInteger.class || type == AtomicLong.class) {
            return Writer.of(
                    Number.class, (state, value) -> Operations.of(state).ofLong(state, value.longValue()));
        } else if (type == Float.class) {
            return Writer.of(Float.class, (state, value) -> Operations.of(state).ofDouble(state, value));
        } else if (type == Character.class) {
            return Writer.of(
                    Character.class, (state, value) -> Operations.of(state).ofString(state, value.toString()));
        } else if (type == Fraction.class) {
            return Writer.of(
                    Fraction.class, (state, value) -> FRACTION.call(state, value.numerator(), value.denominator()));
        } else if (BigInteger.class.isAssignableFrom(type)) {
            return Writer.of(
                    BigInteger.class, (state, value) -> Operations.of(state).ofBigInteger(state, value));
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
}
