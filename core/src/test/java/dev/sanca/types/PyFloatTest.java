package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyFloatTest {
    @Test
    void valueIsADouble() {
        try (Python py = Python.attach()) {
            PyFloat half = castTo(PyFloat.class, py.of(0.5));
            assertThat(half.asDouble()).isEqualTo(0.5);
            assertThat(py.floating(-0.0).repr()).isEqualTo("-0.0");
            assertThat(py.floating(Double.POSITIVE_INFINITY).repr()).isEqualTo("inf");
            assertThat(py.eval("float('nan')").asDouble()).isNaN();
        }
    }

    @Test
    void floatIsNoInteger() {
        try (Python py = Python.attach()) {
            assertThatThrownBy(() -> py.floating(1.5).asLong()).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void intIsNoFloat() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyFloat.class, "float");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyFloat number = castTo(PyFloat.class, py.of(1.5));
            assertUnusableOnceClosed(number, number::asDouble);
        }
    }
}
