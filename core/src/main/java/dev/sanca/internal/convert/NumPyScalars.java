package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Java values of NumPy's scalars: those of the Python objects that {@code item()} returns. {@code datetime64} and {@code timedelta64} are read
 * by their unit, since {@code item()} makes an int of what Python's {@code datetime} cannot hold.
 */
final class NumPyScalars {
    static final String DATE_TIME = "numpy.datetime64";
    static final String DELTA = "numpy.timedelta64";
    private static final String NOT_A_TIME = "NaT";
    private static final int NANO_DIGITS = 9;

    private NumPyScalars() {}

    /** Returns the Java value of an object whose class is of NumPy; {@link NaturalValues#NONE} if it is no scalar. */
    static @Nullable Object read(ThreadState state, long word, String type, int depth) {
        if (type.equals(DATE_TIME)) {
            return dateTime(Operations.of(state).str(state, word));
        } else if (type.equals(DELTA)) {
            return delta(state, word);
        } else if (type.contains("complex") || type.contains("longdouble") || type.contains("float128")) {
            return NaturalValues.NONE; // Java has none, and a double would lose digits
        } else if (isNumber(type)) {
            return Attributes.result(state, word, "item", (s, item) -> DefaultConversion.read(s, item, depth));
        }
        return NaturalValues.NONE;
    }

    private static boolean isNumber(String type) {
        return type.startsWith("numpy.int")
                || type.startsWith("numpy.uint")
                || type.startsWith("numpy.float")
                || type.startsWith("numpy.bool")
                || List.of("numpy.longlong", "numpy.ulonglong", "numpy.half", "numpy.single", "numpy.double")
                        .contains(type);
    }

    /**
     * Returns a {@code datetime64} as a {@code Year}, {@code YearMonth}, {@code LocalDate} or {@code LocalDateTime}, by its unit; null for {@code NaT}.
     */
    private static @Nullable Object dateTime(String text) {
        try {
            int fraction = text.indexOf('.');
            if (text.equals(NOT_A_TIME)) {
                return null;
            } else if (fraction >= 0 && text.length() - fraction - 1 > NANO_DIGITS) {
                throw ConversionError.value(
                        "datetime64 " + text + " is finer than a nanosecond, which Java's times cannot be");
            } else if (text.indexOf('T') >= 0) {
                return LocalDateTime.parse(text.length() - text.indexOf('T') == 3 ? text + ":00" : text);
            }
            return switch (text.lastIndexOf('-') <= 0 ? 0 : text.indexOf('-', 1) == text.lastIndexOf('-') ? 1 : 2) {
                case 0 -> Year.parse(text);
                case 1 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeException e) {
            throw ConversionError.value("datetime64 " + text + " is no time that Java has: " + e.getMessage());
        }
    }

    /** Returns a {@code timedelta64} as a {@code Duration}, or as a {@code Period} if its unit is the month or the year; null for {@code NaT}. */
    private static @Nullable Object delta(ThreadState state, long word) {
        if (Operations.of(state).str(state, word).equals(NOT_A_TIME)) {
            return null;
        }
        String dtype = Attributes.attribute(
                state, word, "dtype", (s, d) -> Operations.of(s).str(s, d)); // timedelta64[10ns]
        int bracket = dtype.indexOf('[');
        String unit = bracket < 0 ? "" : dtype.substring(bracket + 1, dtype.length() - 1);
        String name = unit.replaceAll("[0-9]", "");
        BigInteger steps = unit.length() == name.length()
                ? BigInteger.ONE
                : new BigInteger(unit.substring(0, unit.length() - name.length()));
        BigInteger count = steps.multiply(BigInteger.valueOf(
                Attributes.result(state, word, "astype", (s, number) -> Numbers.toLong(s, number), "int64")));
        try {
            return amount(name, count);
        } catch (ArithmeticException e) {
            throw ConversionError.overflow(
                    "timedelta64 of " + count + " " + name + " is longer than Java's classes hold");
        }
    }

    private static Object amount(String unit, BigInteger count) {
        return switch (unit) {
            case "Y" -> Period.ofYears(count.intValueExact());
            case "M" -> Period.ofMonths(count.intValueExact());
            case "W" -> Duration.ofDays(Math.multiplyExact(7L, count.longValueExact()));
            case "D" -> Duration.ofDays(count.longValueExact());
            case "h" -> Duration.ofHours(count.longValueExact());
            case "m" -> Duration.ofMinutes(count.longValueExact());
            case "s" -> Duration.ofSeconds(count.longValueExact());
            case "ms" -> Duration.ofMillis(count.longValueExact());
            case "us" -> micros(count);
            case "ns" -> Duration.ofNanos(count.longValueExact());
            default ->
                throw ConversionError.value("a timedelta64 of the unit '" + unit
                        + "' is no Java Duration: convert it first, as by astype('timedelta64[ns]')");
        };
    }

    private static Duration micros(BigInteger count) {
        long all = count.longValueExact();
        return Duration.ofSeconds(Math.floorDiv(all, 1_000_000L), Math.floorMod(all, 1_000_000L) * 1000L);
    }

    /**
     * Throws if the bytes of the object are not the numbers that Java would take them for: of a time, or of an array with a mask.
     */
    static void checkBuffer(ThreadState state, long word, String javaType) {
        if (TypeReads.isBytes(word)) {
            return;
        }
        String type = Operations.of(state).typeName(state, word);
        if (type.equals(DATE_TIME) || type.equals(DELTA)) {
            throw Numbers.wrongType(
                    state, word, javaType, "a buffer of numbers: ask for a LocalDateTime or a Duration");
        } else if (type.startsWith("numpy.ma.") && type.endsWith("MaskedArray")) {
            throw Numbers.wrongType(
                    state, word, javaType, "an array without a mask: pass its filled(value) or compressed()");
        }
    }
}
