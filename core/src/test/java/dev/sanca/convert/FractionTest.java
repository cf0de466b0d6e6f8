package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class FractionTest {
    @Test
    void fractionIsReducedAndHasItsSignAbove() {
        Fraction fraction = Fraction.of(4, -6);
        assertThat(fraction).isEqualTo(Fraction.of(-2, 3)).hasToString("-2/3");
        assertThat(fraction.numerator()).isEqualTo(BigInteger.TWO.negate());
        assertThat(fraction.denominator()).isEqualTo(BigInteger.valueOf(3));
        assertThat(fraction.doubleValue()).isEqualTo(-2.0 / 3);
        assertThat(Fraction.of(6, 3)).hasToString("2");
        assertThat(Fraction.of(1, 3).compareTo(Fraction.of(1, 2))).isNegative();
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Fraction.of(1, 0));
    }

    @Test
    void fractionCrossesExactlyBothWays() {
        try (Python py = Python.attach()) {
            Fraction third =
                    new Fraction(BigInteger.TEN.pow(30), BigInteger.TEN.pow(30).multiply(BigInteger.valueOf(3)));
            assertThat(py.of(third).repr()).isEqualTo("Fraction(1, 3)");
            assertThat(py.of(third).as(Fraction.class)).isEqualTo(third);
            assertThat(py.of(third).as(Object.class)).isEqualTo(third);
            assertThat(py.of(5).as(Fraction.class)).isEqualTo(Fraction.of(5, 1));
            assertFails(() -> py.of(0.5).as(Fraction.class), "it is not a rational number");
        }
    }
}
