package dev.sanca.convert;

import java.math.BigInteger;
import java.util.Objects;

/**
 * An exact fraction, the value of a Python {@code fractions.Fraction}, in lowest terms. Java has no class for one.
 *
 * <p><b>Thread:</b> any.
 *
 * <p><b>Source:</b> <a href="https://docs.python.org/3/library/fractions.html">Python, fractions</a>.
 *
 * @param numerator the numerator, which has the sign
 * @param denominator the denominator, positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    /**
     * Makes a fraction, and reduces it.
     *
     * @throws ArithmeticException if the denominator is zero
     * @throws NullPointerException if a part is null
     */
    public Fraction {
        Objects.requireNonNull(numerator, "numerator");
        if (denominator.signum() == 0) {
            throw new ArithmeticException("the denominator of a Fraction is 0: pass another number");
        }
        BigInteger divisor = numerator.gcd(denominator);
        divisor = denominator.signum() < 0 ? divisor.negate() : divisor;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /**
     * Returns a fraction of two integers.
     *
     * @param numerator the numerator
     * @param denominator the denominator
     * @return the fraction, in lowest terms
     * @throws ArithmeticException if the denominator is zero
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Returns the nearest {@code double}; parts that are themselves beyond the range of a {@code double} give what their quotient gives.
     *
     * @return the nearest {@code double} of each part, divided
     */
    public double doubleValue() {
        return numerator.doubleValue() / denominator.doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Returns the text that Python's {@code str} gives, such as {@code 2/3}, or {@code 2}. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
