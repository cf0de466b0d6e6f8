package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyDateTimeTest {
    private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4000);

    @Test
    void naiveTimeIsLocal() {
        try (Python py = Python.attach()) {
            PyDateTime naive = castTo(PyDateTime.class, py.of(LOCAL));
            assertThat(naive.isAware()).isFalse();
            assertThat(naive.toLocalDateTime()).isEqualTo(LOCAL);
            assertThatThrownBy(naive::toInstant)
                    .hasMessageStartingWith("TypeError")
                    .hasMessageContaining("it is not aware");
            assertThatThrownBy(naive::toZonedDateTime)
                    .hasMessageStartingWith("TypeError")
                    .hasMessageContaining("it is not aware");
        }
    }

    @Test
    void awareTimeIsAMomentWithItsOffset() {
        try (Python py = Python.attach()) {
            ZoneOffset offset = ZoneOffset.ofHours(7);
            PyDateTime aware = castTo(PyDateTime.class, py.of(LOCAL.atOffset(offset)));
            assertThat(aware.isAware()).isTrue();
            assertThat(aware.toInstant()).isEqualTo(LOCAL.toInstant(offset));
            assertThat(aware.toZonedDateTime()).isEqualTo(ZonedDateTime.of(LOCAL, offset));
            assertThatThrownBy(aware::toLocalDateTime)
                    .hasMessageStartingWith("TypeError")
                    .hasMessageContaining("it is not naive");
        }
    }

    @Test
    void dateIsNoDateTime() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(LocalDate.EPOCH), PyDateTime.class, "datetime.datetime");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyDateTime time = castTo(PyDateTime.class, py.of(LOCAL));
            assertUnusableOnceClosed(
                    time, time::isAware, time::toLocalDateTime, time::toInstant, time::toZonedDateTime);
        }
    }
}
