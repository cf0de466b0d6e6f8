package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What NumPy's scalars are in Java: the right number or time, or a refusal that says why. */
class NumPyScalarsTest {
    private static PyAny eval(Python py, String expression) {
        PyDict globals = py.dict();
        py.run("import numpy as np", globals);
        return py.eval(expression, globals);
    }

    @Test
    void scalarsAreTheNaturalValues() {
        Map<String, Object> values = Map.ofEntries(
                Map.entry("np.int64(3)", 3L),
                Map.entry("np.uint8(200)", 200L),
                Map.entry("np.float32(0.5)", 0.5),
                Map.entry("np.float16(1.5)", 1.5),
                Map.entry("np.bool_(True)", true),
                Map.entry("np.str_('x')", "x"),
                Map.entry(
                        "np.datetime64('2024-01-02T03:04:05.678')", LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_000_000)),
                Map.entry("np.datetime64('2024-01-02T03')", LocalDateTime.of(2024, 1, 2, 3, 0)),
                Map.entry("np.datetime64('2024-01-02')", LocalDate.of(2024, 1, 2)),
                Map.entry("np.datetime64('2024-02')", YearMonth.of(2024, 2)),
                Map.entry("np.timedelta64(5, 's')", Duration.ofSeconds(5)),
                Map.entry("np.timedelta64(7, 'ns')", Duration.ofNanos(7)),
                Map.entry("np.timedelta64(3, 'M')", Period.ofMonths(3)),
                Map.entry("list(np.arange(2))", List.of(0L, 1L)),
                Map.entry("{'n': np.int64(3)}", Map.of("n", 3L)));
        try (Python py = Python.attach()) {
            values.forEach(
                    (expression, value) -> assertThat(eval(py, expression).as(Object.class))
                            .as(expression)
                            .isEqualTo(value));
            assertThat(eval(py, "np.datetime64('NaT')").as(Object.class)).isNull();
        }
    }

    @Test
    void timesAreReadByClass() {
        try (Python py = Python.attach()) {
            assertThat(eval(py, "np.datetime64('2024-01-02')").as(LocalDateTime.class))
                    .isEqualTo(LocalDateTime.of(2024, 1, 2, 0, 0));
            assertThat(eval(py, "np.timedelta64(5, 's')").as(Duration.class)).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatWouldBeWrongIsRefused() {
        Map<String, Class<?>> refused = Map.of(
                "np.datetime64('2024-01-01')", double[].class,
                "np.datetime64('2024-01-01T00:00:00')", Instant.class,
                "np.datetime64('NaT')", LocalDateTime.class,
                "np.datetime64('2024-01-01T00:00:00.000000000001')", Object.class,
                "np.timedelta64(1)", Object.class,
                "np.ma.array([1.0, 2.0], mask=[True, False])", double[].class);
        try (Python py = Python.attach()) {
            refused.forEach((expression, type) -> assertThatExceptionOfType(PythonException.class)
                    .as(expression)
                    .isThrownBy(() -> eval(py, expression).as(type)));
        }
    }

    @Test
    void largeUnsignedNumbersAreDoubles() {
        try (Python py = Python.attach()) {
            assertThat(eval(py, "np.array([2**63], dtype='u8')").as(double[].class))
                    .containsExactly(0x1p63);
        }
    }
}
