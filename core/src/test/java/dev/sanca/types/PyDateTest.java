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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyDateTest {
    private static PyAny date(Python py) {
        return py.importModule("datetime").callMethod("date", 2024, 2, 29);
    }

    @Test
    void partsAreThoseOfTheDate() {
        try (Python py = Python.attach()) {
            PyDate date = castTo(PyDate.class, date(py));
            assertThat(date.year()).isEqualTo(2024);
            assertThat(date.month()).isEqualTo(2);
            assertThat(date.day()).isEqualTo(29);
            assertThat(date.toLocalDate()).isEqualTo(LocalDate.of(2024, 2, 29));
        }
    }

    @Test
    void datetimeIsADateToo() {
        try (Python py = Python.attach()) {
            PyAny moment = py.of(LocalDateTime.of(2023, 12, 31, 23, 59));
            assertThat(castTo(PyDate.class, moment).toLocalDate()).isEqualTo(LocalDate.of(2023, 12, 31));
            assertThatThrownBy(() -> moment.castExact(PyDate.class))
                    .hasMessageContaining("not exactly an instance of datetime.date");
        }
    }

    @Test
    void textIsNoDate() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of("2024-02-29"), PyDate.class, "datetime.date");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyDate date = castTo(PyDate.class, date(py));
            assertUnusableOnceClosed(date, date::year, date::month, date::day, date::toLocalDate);
        }
    }
}
