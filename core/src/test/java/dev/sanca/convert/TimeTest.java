package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyDate;
import dev.sanca.types.PyDateTime;
import dev.sanca.types.PyDelta;
import dev.sanca.types.PyTime;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(OwnershipExtension.class)
class TimeTest {
    private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4000);

    static List<Arguments> times() {
        return List.of(
                Arguments.of(LOCAL.toLocalDate(), "2024-02-29"),
                Arguments.of(LOCAL.toLocalTime(), "01:02:03.000004"),
                Arguments.of(LOCAL, "2024-02-29 01:02:03.000004"),
                Arguments.of(OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(2)), "01:02:03+02:00"),
                Arguments.of(
                        OffsetDateTime.of(LOCAL, ZoneOffset.ofHoursMinutes(-3, -30)),
                        "2024-02-29 01:02:03.000004-03:30"),
                Arguments.of(Instant.ofEpochSecond(-1, 1000), "1969-12-31 23:59:59.000001+00:00"),
                Arguments.of(ZonedDateTime.of(LOCAL, ZoneOffset.UTC), "2024-02-29 01:02:03.000004+00:00"),
                Arguments.of(new Date(1500), "1970-01-01 00:00:01.500000+00:00"),
                Arguments.of(Duration.ofMillis(-500), "-1 day, 23:59:59.500000"),
                Arguments.of(Duration.ofDays(400).plusNanos(1000), "400 days, 0:00:00.000001"),
                Arguments.of(ZoneOffset.ofHours(1), "UTC+01:00"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timeGoesThereAndBack(Object time, String text) {
        try (Python py = Python.attach()) {
            assertThat(py.of(time).str()).isEqualTo(text);
            assertThat((Object) py.of(time).as(time.getClass())).isEqualTo(time);
        }
    }

    @Test
    void bothTimesOfTheHourThatComesTwiceAreKept() {
        try (Python py = Python.attach()) {
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    py.eval("'Europe/Berlin' in __import__('zoneinfo').available_timezones()")
                            .asBoolean(),
                    "this machine has no time zone data");
            ZonedDateTime time = ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 0, ZoneId.of("Europe/Berlin"));
            ZonedDateTime later = time.withLaterOffsetAtOverlap();
            assertThat(py.of(time).as(ZonedDateTime.class)).isEqualTo(time);
            assertThat(py.of(later).as(ZonedDateTime.class)).isEqualTo(later).isNotEqualTo(time);
            assertThat(py.of(time.getZone()).as(ZoneId.class)).isEqualTo(time.getZone());
        }
    }

    @Test
    void finerThanMicrosecondsIsCutOff() {
        try (Python py = Python.attach()) {
            assertThat(py.of(LocalTime.of(0, 0, 0, 1999)).as(LocalTime.class)).isEqualTo(LocalTime.of(0, 0, 0, 1000));
            assertThat(py.of(Duration.ofNanos(-1)).as(Duration.class)).isEqualTo(Duration.ofNanos(-1000));
        }
    }

    @KnownDifference(
            on = "graalpy",
            failsWith = "_pydatetime.datetime",
            why = "the classes of its datetime say that they are of _pydatetime")
    @Test
    void naiveAndAwareAreNotMixed() {
        try (Python py = Python.attach()) {
            assertFails(
                    () -> py.of(Instant.EPOCH).as(LocalDateTime.class),
                    "TypeError: cannot convert datetime.datetime to a Java" + " LocalDateTime: it is not naive");
            assertFails(
                    () -> py.of(LOCAL).as(Instant.class),
                    "TypeError: cannot convert datetime.datetime to a Java Instant: it is" + " not aware");
            assertFails(() -> py.of(LOCAL).as(LocalDate.class), "it is not a date without a time: call its date()");
            assertFails(() -> py.eval("1").as(LocalDate.class), "it is not a datetime.date");
            assertFails(() -> py.of(LocalDate.of(10000, 1, 1)), "ValueError: year");
        }
    }

    @Test
    void referencesKnowTheirTypes() {
        try (Python py = Python.attach()) {
            assertThat(py.of(LOCAL).cast(PyDateTime.class).toLocalDateTime()).isEqualTo(LOCAL);
            assertThat(py.of(LOCAL).cast(PyDateTime.class).isAware()).isFalse();
            assertThat(py.of(LOCAL).cast(PyDate.class).toLocalDate()).isEqualTo(LOCAL.toLocalDate());
            assertThat(py.of(LOCAL).tryCast(PyTime.class)).isEmpty();
            assertThat(py.of(Duration.ZERO).cast(PyDelta.class).toDuration()).isZero();
            assertFails(() -> py.of(LOCAL).castExact(PyDate.class), "it is not exactly an instance of datetime.date");
        }
    }
}
