package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyTzInfoTest {
    @Test
    void fixedOffsetIsAZone() {
        try (Python py = Python.attach()) {
            assertThat(castTo(PyTzInfo.class, py.of(ZoneOffset.ofHours(7))).toZoneId())
                    .isEqualTo(ZoneOffset.ofHours(7));
        }
    }

    @Test
    void zoneWithANameKeepsIt() {
        try (Python py = Python.attach()) {
            assumeTrue(
                    py.eval("'Asia/Jakarta' in __import__('zoneinfo').available_timezones()")
                            .asBoolean(),
                    "this machine has no time zone data");
            PyAny zone = py.eval("__import__('zoneinfo').ZoneInfo('Asia/Jakarta')");
            assertThat(castTo(PyTzInfo.class, zone).toZoneId()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        }
    }

    @Test
    void zoneWithoutNameAndFixedOffsetIsPythonsTypeError() {
        try (Python py = Python.attach()) {
            py.run("""
                    import datetime
                    class Wandering(datetime.tzinfo):
                        def utcoffset(self, time):
                            return None
                    """);
            PyTzInfo zone = castTo(PyTzInfo.class, py.eval("Wandering()"));
            assertThatThrownBy(zone::toZoneId).hasMessageStartingWith("TypeError");
            py.run("del datetime, Wandering");
        }
    }

    @Test
    void nameIsNoZone() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of("UTC"), PyTzInfo.class, "datetime.tzinfo");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyTzInfo zone = castTo(PyTzInfo.class, py.of(ZoneOffset.UTC));
            assertUnusableOnceClosed(zone, zone::toZoneId);
        }
    }
}
