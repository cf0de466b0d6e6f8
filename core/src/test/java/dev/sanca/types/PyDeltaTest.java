package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyDeltaTest {
    @Test
    void durationHasMicrosecondsAndASign() {
        try (Python py = Python.attach()) {
            Duration duration = Duration.ofDays(-3).plusNanos(5000);
            assertThat(castTo(PyDelta.class, py.of(duration)).toDuration()).isEqualTo(duration);
            PyAny made = py.eval("__import__('datetime').timedelta(hours=1, microseconds=2)");
            assertThat(castTo(PyDelta.class, made).toDuration())
                    .isEqualTo(Duration.ofHours(1).plusNanos(2000));
        }
    }

    @Test
    void secondsAreNoDelta() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1.5), PyDelta.class, "datetime.timedelta");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyDelta delta = castTo(PyDelta.class, py.of(Duration.ZERO));
            assertUnusableOnceClosed(delta, delta::toDuration);
        }
    }
}
