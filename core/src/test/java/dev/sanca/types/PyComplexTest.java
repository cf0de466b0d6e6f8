package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyComplexTest {
    @Test
    void partsAreDoubles() {
        try (Python py = Python.attach()) {
            PyComplex number = castTo(PyComplex.class, py.eval("3 - 4j"));
            assertThat(number.real()).isEqualTo(3);
            assertThat(number.imaginary()).isEqualTo(-4);
            assertThat(number.abs().asDouble()).isEqualTo(5);
        }
    }

    @Test
    void floatIsNoComplex() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1.0), PyComplex.class, "complex");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyComplex number = castTo(PyComplex.class, py.eval("1j"));
            assertUnusableOnceClosed(number, number::real, number::imaginary);
        }
    }
}
