package dev.sanca.internal.convert;

import dev.sanca.convert.Fraction;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Java values of Python's own small classes of values: {@code Decimal}, {@code Fraction}, {@code UUID}, paths, addresses, dates and times; and
 * of the scalars of NumPy and pandas. The classes are told by name, so that none is imported for the question.
 */
final class NaturalValues {
    /** The answer for an object that is none of these. */
    static final Object NONE = new Object();

    private NaturalValues() {}

    /** Returns the Java value, which is null for pandas' {@code NA} and {@code NaT}; {@link #NONE} for another object. */
    static @Nullable Object read(ThreadState state, long word, int depth) {
        String type = Operations.of(state).typeName(state, word);
        if (type.startsWith("numpy.")) {
            return NumPyScalars.read(state, word, type, depth);
        } else if (isMissing(type)) {
            return null;
        }
        Class<?> suited = type.startsWith("datetime.") || type.startsWith("pandas.") ? time(state, word) : suited(type);
        if (suited == null || !isFinite(state, word, suited)) {
            return NONE;
        }
        return Readers.of(suited).read(state, word, depth);
    }

    /** Returns whether a class is that of pandas' {@code NA} or {@code NaT}. */
    static boolean isMissing(String type) {
        return type.startsWith("pandas.") && (type.endsWith(".NAType") || type.endsWith(".NaTType"));
    }

    private static @Nullable Class<?> suited(String type) {
        return switch (type) {
            case "decimal.Decimal" -> BigDecimal.class;
            case "fractions.Fraction" -> Fraction.class;
            case "uuid.UUID" -> UUID.class;
            case "ipaddress.IPv4Address", "ipaddress.IPv6Address" -> InetAddress.class;
            case "zoneinfo.ZoneInfo" -> ZoneId.class;
            default -> type.startsWith("pathlib.") && type.endsWith("Path") ? Path.class : null;
        };
    }

    private static boolean isFinite(ThreadState state, long word, Class<?> suited) {
        return suited != BigDecimal.class || Attributes.<Boolean>result(state, word, "is_finite", Numbers::toBoolean);
    }

    private static @Nullable Class<?> time(ThreadState state, long word) {
        if (TimeWriters.DATE_TIME.isInstance(state, word)) {
            return TimeReaders.isAware(state, word) ? ZonedDateTime.class : LocalDateTime.class;
        } else if (TimeWriters.DATE.isInstance(state, word)) {
            return LocalDate.class;
        } else if (TimeWriters.TIME.isInstance(state, word)) {
            return TimeReaders.isAware(state, word) ? OffsetTime.class : LocalTime.class;
        } else if (TimeWriters.DELTA.isInstance(state, word)) {
            return Duration.class;
        }
        return TimeWriters.TZ_INFO.isInstance(state, word) ? ZoneId.class : null;
    }

    /** Returns the value of a {@code Fraction} or an int. */
    static Fraction fraction(ThreadState state, long word) {
        if (!Operations.of(state).hasAttr(state, word, "numerator")
                || !Operations.of(state).hasAttr(state, word, "denominator")) {
            throw Numbers.wrongType(state, word, "Fraction", "a rational number");
        }
        BigInteger numerator = Attributes.attribute(state, word, "numerator", Numbers::toBig);
        return new Fraction(numerator, Attributes.attribute(state, word, "denominator", Numbers::toBig));
    }
}
