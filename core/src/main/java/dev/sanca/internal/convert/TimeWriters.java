package dev.sanca.internal.convert;

import dev.sanca.Kwargs;
import dev.sanca.internal.engine.ImportedAttribute;
import dev.sanca.internal.thread.ThreadState;
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
 * Converts {@code java.time} to Python's {@code datetime}, which counts microseconds: finer parts are cut off, towards the
 * past. For years before 1 and after 9999 Python raises a {@code ValueError}.
 */
final class TimeWriters {
    static final ImportedAttribute DATE = new ImportedAttribute("datetime", "date");
    static final ImportedAttribute TIME = new ImportedAttribute("datetime", "time");
    static final ImportedAttribute DATE_TIME = new ImportedAttribute("datetime", "datetime");
    static final ImportedAttribute DELTA = new ImportedAttribute("datetime", "timedelta");
    static final ImportedAttribute TZ_INFO = new ImportedAttribute("datetime", "tzinfo");
    private static final ImportedAttribute TIME_ZONE = new ImportedAttribute("datetime", "timezone");
    private static final ImportedAttribute ZONE_INFO = new ImportedAttribute("zoneinfo", "ZoneInfo");

    private static final int NANOS_PER_MICRO = 1000;
    private static final long SECONDS_PER_DAY = 86_400;

    private TimeWriters() {}

    /** Returns the writer of a class; null if the class is not one of these. */
    static @Nullable Writer of(Class<?> type) {
        if (type == LocalDate.class) {
            return Writer.of(
                    LocalDate.class, (state, d) -> DATE.call(state, d.getYear(), d.getMonthValue(), d.getDayOfMonth()));
        } else if (type == LocalTime.class) {
            return Writer.of(LocalTime.class, (state, t) -> time(state, t, null));
        } else if (type == OffsetTime.class) {
            return Writer.of(OffsetTime.class, (state, t) -> time(state, t.toLocalTime(), t.getOffset()));
        } else if (type == LocalDateTime.class) {
            return Writer.of(LocalDateTime.class, (state, t) -> dateTime(state, t, null, false));
        } else if (type == OffsetDateTime.class) {
            return Writer.of(
                    OffsetDateTime.class, (state, t) -> dateTime(state, t.toLocalDateTime(), t.getOffset(), false));
        } else if (type == ZonedDateTime.class) {
            return Writer.of(ZonedDateTime.class, TimeWriters::zoned);
        } else if (type == Instant.class) {
            return Writer.of(Instant.class, TimeWriters::instant);
        } else if (type == Date.class) {
            return Writer.of(Date.class, (state, t) -> instant(state, t.toInstant()));
        } else if (type == Duration.class) {
            return Writer.of(Duration.class, TimeWriters::delta);
        } else if (ZoneId.class.isAssignableFrom(type)) {
            return Writer.of(ZoneId.class, TimeWriters::zone);
        }
        return null;
    }

    private static long time(ThreadState state, LocalTime t, @Nullable ZoneId zone) {
        return TIME.call(state, t.getHour(), t.getMinute(), t.getSecond(), t.getNano() / NANOS_PER_MICRO, zone);
    }

    private static long dateTime(ThreadState state, LocalDateTime t, @Nullable ZoneId zone, boolean fold) {
        return DATE_TIME.call(
                state,
                t.getYear(),
                t.getMonthValue(),
                t.getDayOfMonth(),
                t.getHour(),
                t.getMinute(),
                t.getSecond(),
                t.getNano() / NANOS_PER_MICRO,
                zone,
                Kwargs.of("fold", fold ? 1 : 0));
    }

    /** Converts a time with a zone. When clocks are set back, the second of two equal local times has {@code fold=1}. */
    private static long zoned(ThreadState state, ZonedDateTime t) {
        boolean fold = !t.withEarlierOffsetAtOverlap().getOffset().equals(t.getOffset());
        return dateTime(state, t.toLocalDateTime(), t.getZone(), fold);
    }

    private static long instant(ThreadState state, Instant t) {
        return dateTime(state, LocalDateTime.ofInstant(t, ZoneOffset.UTC), ZoneOffset.UTC, false);
    }

    private static long delta(ThreadState state, Duration d) {
        long seconds = d.getSeconds();
        return DELTA.call(
                state,
                Math.floorDiv(seconds, SECONDS_PER_DAY),
                Math.floorMod(seconds, SECONDS_PER_DAY),
                d.getNano() / NANOS_PER_MICRO);
    }

    private static long zone(ThreadState state, ZoneId zone) {
        return zone instanceof ZoneOffset offset
                ? TIME_ZONE.call(state, Duration.ofSeconds(offset.getTotalSeconds()))
                : ZONE_INFO.call(state, zone.getId());
    }
}
