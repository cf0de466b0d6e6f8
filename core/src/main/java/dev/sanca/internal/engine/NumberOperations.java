package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import java.math.BigInteger;

/**
 * Operators, and numbers as Java values.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface NumberOperations {
    /** An operator of one operand. */
    long unary(ThreadState state, UnaryOperator operator, long a);

    /** An operator of two operands. */
    long binary(ThreadState state, BinaryOperator operator, long a, long b);

    /** {@code pow(a, b, modulus)}; {@code modulus} may be {@code None}. */
    long power(ThreadState state, long a, long b, long modulus);

    /** {@code True} or {@code False}. */
    long ofBoolean(ThreadState state, boolean value);

    /** An {@code int}. */
    long ofLong(ThreadState state, long value);

    /** An {@code int} of any size. */
    long ofBigInteger(ThreadState state, BigInteger value);

    /** A {@code float}. */
    long ofDouble(ThreadState state, double value);

    /** Whether {@code operator.index(object)} works. */
    boolean isIndex(ThreadState state, long word);

    /** {@code operator.index(object)}. */
    long index(ThreadState state, long word);

    /** The value of an int, or {@code orElse} if it does not fit. */
    long asLong(ThreadState state, long integer, long orElse);

    /** The value of an int. */
    BigInteger asBigInteger(ThreadState state, long integer);

    /** Whether {@code float(object)} has a chance: a number. */
    boolean isNumber(ThreadState state, long word);

    /** {@code float(object)} of a number. */
    double asDouble(ThreadState state, long word);
}
