package dev.sanca.internal.derived;

import dev.sanca.internal.engine.BinaryOperator;
import dev.sanca.internal.engine.NumberOperations;
import dev.sanca.internal.engine.UnaryOperator;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.BuiltinType;
import java.math.BigInteger;

/** Operators, by Python's module {@code operator}, and numbers as Java values. */
interface DerivedNumbers extends NumberOperations, DerivedFacet {
    @Override
    default long unary(ThreadState state, UnaryOperator operator, long a) {
        return access().object(state, operator.pythonName(), a);
    }

    @Override
    default long binary(ThreadState state, BinaryOperator operator, long a, long b) {
        return access().object(state, operator.pythonName(), a, b);
    }

    @Override
    default long power(ThreadState state, long a, long b, long modulus) {
        return access().object(state, "pow", a, b, modulus);
    }

    @Override
    default long ofBoolean(ThreadState state, boolean value) {
        return access().value(state, value);
    }

    @Override
    default long ofLong(ThreadState state, long value) {
        return access().value(state, value);
    }

    @Override
    default long ofBigInteger(ThreadState state, BigInteger value) {
        return access().value(state, value);
    }

    @Override
    default long ofDouble(ThreadState state, double value) {
        return access().value(state, value);
    }

    @Override
    default boolean isIndex(ThreadState state, long word) {
        return access().test(state, "is_index", word);
    }

    @Override
    default long index(ThreadState state, long word) {
        return access().object(state, "index", word);
    }

    @Override
    default long asLong(ThreadState state, long integer, long orElse) {
        return access().ask(state, () -> access().runtime.asLong(access().reference(integer), orElse));
    }

    @Override
    default BigInteger asBigInteger(ThreadState state, long integer) {
        return access().ask(state, () -> access().runtime.asInteger(access().reference(integer)));
    }

    @Override
    default boolean isNumber(ThreadState state, long word) {
        return access().test(state, "is_number", word);
    }

    @Override
    default double asDouble(ThreadState state, long word) {
        return access().ask(state, () -> {
            if (access().words
                    .isInstance(
                            word,
                            BuiltinType.FLOAT,
                            false)) { // as PyFloat_AsDouble: a subclass is not asked for __float__
                return access().runtime.asDouble(access().reference(word));
            }
            Object floating = access().python().call("float", access().reference(word));
            try {
                return access().runtime.asDouble(floating);
            } finally {
                access().runtime.close(floating);
            }
        });
    }
}
