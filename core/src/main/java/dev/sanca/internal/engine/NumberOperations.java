package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import java.math.BigInteger;

/**
 * Operators, and numbers as Java values.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface NumberOperations {
    /** Applies an operator of one operand. */
    long unary(ThreadState state, UnaryOperator operator, long a);

    /** Applies an operator of two operands. */
    long binary(ThreadState state, BinaryOperator operator, long a, long b);

    /** {@code pow(a, b, modulus)}; {@code modulus} may be {@code None}. */
    long power(ThreadState state, long a, long b, long modulus);

    /** {@code True} or {@code False}. */
    long ofBoolean(ThreadState state, boolean value);

    /** Returns a new {@code int}. */
    long ofLong(ThreadState state, long value);

    /** Returns a new {@code int} of any size. */
    long ofBigInteger(ThreadState state, BigInteger value);

    /** Returns a new {@code float}. */
    long ofDouble(ThreadState state, double value);

    /** Returns whether the type of an object has {@code __index__}. */
    boolean isIndex(ThreadState state, long word);

    /** {@code operator.index(object)}. */
    long index(ThreadState state, long word);

    /** Returns the value of an int, or {@code orElse} if the value does not fit a {@code long}. */
    long asLong(ThreadState state, long integer, long orElse);

    /** Returns the value of an int. */
    BigInteger asBigInteger(ThreadState state, long integer);

    /** Returns whether an object is a number, so that {@code float(object)} may work. */
    boolean isNumber(ThreadState state, long word);

    /** {@code float(object)} of a number. */
    double asDouble(ThreadState state, long word);
}
