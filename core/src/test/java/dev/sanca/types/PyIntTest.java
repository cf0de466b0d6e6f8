package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyIntTest {
    @Test
    void valueOfAnySizeIsRead() {
        try (Python py = Python.attach()) {
            PyInt large = castTo(PyInt.class, py.eval("2 ** 100"));
            assertThat(large.toBigInteger()).isEqualTo(BigInteger.TWO.pow(100));
            assertThat(py.integer(-7).toBigInteger()).isEqualTo(BigInteger.valueOf(-7));
            assertThat(py.integer(Long.MIN_VALUE).toBigInteger()).isEqualTo(BigInteger.valueOf(Long.MIN_VALUE));
            assertThat(py.integer(Long.MAX_VALUE).asLong()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void valueThatDoesNotFitIsRefused() {
        try (Python py = Python.attach()) {
            PyInt large = castTo(PyInt.class, py.eval("2 ** 63"));
            assertThatThrownBy(large::asLong).hasMessageStartingWith("OverflowError");
            assertThatThrownBy(py.integer(1L << 31)::asInt).hasMessageStartingWith("OverflowError");
            assertThat(large.toBigInteger()).isEqualTo(BigInteger.ONE.shiftLeft(63));
        }
    }

    @Test
    void instanceOfSubclassIsAnInt() {
        try (Python py = Python.attach()) {
            PyAny made = py.eval("type('Number', (int,), {})(9)");
            assertThat(castTo(PyInt.class, made).toBigInteger()).isEqualTo(9);
            assertThatThrownBy(() -> made.castExact(PyInt.class))
                    .hasMessageContaining("not exactly an instance of int");
        }
    }

    @Test
    void textIsNoInt() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of("5"), PyInt.class, "int");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyInt number = castTo(PyInt.class, py.of(5));
            assertUnusableOnceClosed(number, number::toBigInteger, number::asLong);
        }
    }
}
