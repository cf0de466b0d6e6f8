package dev.sanca.internal.convert;

import dev.sanca.internal.engine.ImportedAttribute;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Converts Python's {@code datetime} to {@code java.time}. A naive object becomes a class without a zone, an aware object a
 * class with a zone; anything else is an error, so that no zone is lost or invented.
 */
final class TimeReaders {
    private static final int NANOS_PER_MICRO = 1000;

    private TimeReaders() {}

    /** Returns the reader of a class; null if the class is not one of these. */
    static @Nullable Reader of(Class<?> type) {
        Attributes.Of<Object> reader = reader(type);
        return reader == null
                ? null
                : (state, word, depth) -> {
                    try {
                        return read(state, word, type, reader);
                    } catch (DateTimeException e) {
                        throw ConversionError.value(String.valueOf(e.getMessage()));
                    }
                };
    }

    private static @Nullable Object read(ThreadState state, long word, Class<?> type, Attributes.Of<Object> reader) {
        String name = Operations.of(state).typeName(state, word);
        if (NaturalValues.isMissing(name)) {
            throw ConversionError.value("pandas' " + Operations.of(state).str(state, word)
                    + " is no time. Ask for Object, where it is null");
        } else if (!name.equals(NumPyScalars.DATE_TIME) && !name.equals(NumPyScalars.DELTA)) {
            return reader.read(state, word);
        }
        Object natural = NumPyScalars.read(state, word, name, 0);
        if (natural instanceof LocalDate day && type == LocalDateTime.class) {
            return day.atStartOfDay();
        } else if (!type.isInstance(natural)) {
            throw ConversionError.type("cannot convert " + name + " to a Java " + type.getSimpleName() + ": it is "
                    + (natural == null ? "NaT" : "a " + natural.getClass().getSimpleName() + ", which has no zone"));
        }
        return natural;
    }

    private static Attributes.@Nullable Of<Object> reader(Class<?> type) {
        if (type == LocalDate.class) {
            return TimeReaders::date;
        } else if (type == LocalTime.class) {
            return (state, word) -> naiveTime(state, word);
        } else if (type == OffsetTime.class) {
            return (state, word) -> OffsetTime.of(
                    time(state, instance(state, word, TimeWriters.TIME, "OffsetTime")),
                    offset(state, word, "OffsetTime"));
        } else if (type == LocalDateTime.class) {
            return TimeReaders::naive;
        } else if (type == OffsetDateTime.class) {
            return (state, word) -> aware(state, word, "OffsetDateTime");
        } else if (type == ZonedDateTime.class) {
            return TimeReaders::zoned;
        } else if (type == Instant.class) {
            return (state, word) -> aware(state, word, "Instant").toInstant();
        } else if (type == Date.class) {
            return (state, word) -> Date.from(aware(state, word, "Date").toInstant());
        } else if (type == Duration.class) {
            return TimeReaders::duration;
        } else if (type == ZoneId.class) {
            return TimeReaders::zone;
        } else if (type == ZoneOffset.class) {
            return (state, word) -> fixedOffset(state, word, "ZoneOffset");
        }
        return null;
    }

    private static long instance(ThreadState state, long word, ImportedAttribute type, String javaType) {
        if (!type.isInstance(state, word)) {
            throw Numbers.wrongType(state, word, javaType, "a " + type.name());
        }
        return word;
    }

    private static LocalDate date(ThreadState state, long word) {
        if (TimeWriters.DATE_TIME.isInstance(state, word)) {
            throw Numbers.wrongType(state, word, "LocalDate", "a date without a time: call its date()");
        }
        return dateOf(state, instance(state, word, TimeWriters.DATE, "LocalDate"));
    }

    private static LocalDate dateOf(ThreadState state, long word) {
        return LocalDate.of(
                Attributes.integer(state, word, "year"),
                Attributes.integer(state, word, "month"),
                Attributes.integer(state, word, "day"));
    }

    private static LocalTime time(ThreadState state, long word) {
        return LocalTime.of(
                Attributes.integer(state, word, "hour"),
                Attributes.integer(state, word, "minute"),
                Attributes.integer(state, word, "second"),
                Attributes.integer(state, word, "microsecond") * NANOS_PER_MICRO
                        + pandasNanos(state, word, "nanosecond"));
    }

    /** Returns whether a {@code datetime} or {@code time} has a {@code tzinfo}. */
    static boolean isAware(ThreadState state, long word) {
        return !Attributes.<Boolean>attribute(state, word, "tzinfo", (s, zone) -> TypeReads.isNone(zone));
    }

    private static LocalTime naiveTime(ThreadState state, long word) {
        instance(state, word, TimeWriters.TIME, "LocalTime");
        if (isAware(state, word)) {
            throw Numbers.wrongType(state, word, "LocalTime", "naive: it has a tzinfo. Ask for an OffsetTime");
        }
        return time(state, word);
    }

    private static LocalDateTime naive(ThreadState state, long word) {
        instance(state, word, TimeWriters.DATE_TIME, "LocalDateTime");
        if (isAware(state, word)) {
            throw Numbers.wrongType(
                    state, word, "LocalDateTime", "naive: it has a tzinfo. Ask for a ZonedDateTime or an Instant");
        }
        return LocalDateTime.of(dateOf(state, word), time(state, word));
    }

    private static OffsetDateTime aware(ThreadState state, long word, String javaType) {
        instance(state, word, TimeWriters.DATE_TIME, javaType);
        return OffsetDateTime.of(dateOf(state, word), time(state, word), offset(state, word, javaType));
    }

    private static ZonedDateTime zoned(ThreadState state, long word) {
        OffsetDateTime time = aware(state, word, "ZonedDateTime");
        String key = Attributes.<@Nullable String>attribute(
                state, word, "tzinfo", (s, zone) -> Attributes.textOrNull(s, zone, "key"));
        return key == null
                ? time.toZonedDateTime()
                : ZonedDateTime.ofLocal(time.toLocalDateTime(), ZoneId.of(key), time.getOffset());
    }

    /** Returns {@code object.utcoffset()} of a datetime or time; throws if it is naive. */
    private static ZoneOffset offset(ThreadState state, long word, String javaType) {
        ZoneOffset offset = Attributes.<@Nullable ZoneOffset>result(state, word, "utcoffset", TimeReaders::offsetOf);
        if (offset == null) {
            throw Numbers.wrongType(state, word, javaType, "aware: it has no tzinfo that tells its offset");
        }
        return offset;
    }

    private static @Nullable ZoneOffset offsetOf(ThreadState state, long delta) {
        if (TypeReads.isNone(delta)) {
            return null;
        }
        Duration offset = duration(state, delta);
        if (offset.getNano() != 0) {
            throw ConversionError.value("the offset " + offset + " is not a whole number of seconds, as Java requires");
        }
        return ZoneOffset.ofTotalSeconds(Math.toIntExact(offset.getSeconds()));
    }

    private static Duration duration(ThreadState state, long word) {
        instance(state, word, TimeWriters.DELTA, "Duration");
        return Duration.ofDays(Attributes.integer(state, word, "days"))
                .plusSeconds(Attributes.integer(state, word, "seconds"))
                .plusNanos((long) Attributes.integer(state, word, "microseconds") * NANOS_PER_MICRO
                        + pandasNanos(state, word, "nanoseconds"));
    }

    /** Returns the nanoseconds, below a thousand, that pandas' times have besides Python's microseconds. */
    private static int pandasNanos(ThreadState state, long word, String name) {
        return Operations.of(state).typeName(state, word).startsWith("pandas.")
                ? Attributes.integer(state, word, name)
                : 0;
    }

    private static ZoneId zone(ThreadState state, long word) {
        String key = Attributes.textOrNull(state, word, "key");
        return key != null ? ZoneId.of(key) : fixedOffset(state, word, "ZoneId");
    }

    private static ZoneOffset fixedOffset(ThreadState state, long word, String javaType) {
        instance(state, word, TimeWriters.TZ_INFO, javaType);
        ZoneOffset offset =
                Attributes.<@Nullable ZoneOffset>result(state, word, "utcoffset", TimeReaders::offsetOf, (Object) null);
        if (offset == null) {
            throw Numbers.wrongType(state, word, javaType, "a zone with a name or a fixed offset");
        }
        return offset;
    }
}
