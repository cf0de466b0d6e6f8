package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyTimeTest {
    @Test
    void timeWithoutOffsetIsLocal() {
        try (Python py = Python.attach()) {
            PyTime time = castTo(PyTime.class, py.of(LocalTime.of(1, 2, 3)));
            assertThat(time.toLocalTime()).isEqualTo(LocalTime.of(1, 2, 3));
            assertThatThrownBy(time::toOffsetTime).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void timeWithOffsetKeepsIt() {
        try (Python py = Python.attach()) {
            OffsetTime offset = OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(7));
            PyTime time = castTo(PyTime.class, py.of(offset));
            assertThat(time.toOffsetTime()).isEqualTo(offset);
            assertThatThrownBy(time::toLocalTime).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void durationIsNoTime() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(Duration.ZERO), PyTime.class, "datetime.time");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyTime time = castTo(PyTime.class, py.of(LocalTime.NOON));
            assertUnusableOnceClosed(time, time::toLocalTime, time::toOffsetTime);
        }
    }
}
