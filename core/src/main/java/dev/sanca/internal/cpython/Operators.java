package dev.sanca.internal.cpython;

import static java.util.Map.entry;

import dev.sanca.internal.engine.BinaryOperator;
import dev.sanca.internal.engine.UnaryOperator;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.word.TypeReads;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The C function of each operator.
 *
 * <p><b>Ownership:</b> a function borrows its operands and returns a new reference, or 0 with a Python error set.
 *
 * <p><b>Source:</b> {@code Include/abstract.h}, the number protocol.
 *
 * @implNote The functions are in lists by {@code ordinal}, not in an {@code EnumMap} and not behind a {@code switch}: where the
 *     operator is a constant, the compiler then finds the function at compile time and inlines it. It does not read an
 *     {@code EnumMap}, nor the table of a {@code switch}, before the code runs.
 */
@SuppressWarnings("EnumOrdinal") // see above; the lists are made from the values of the enums
final class Operators {
    /** A function of one operand. */
    @FunctionalInterface
    interface OfOne {
        /** Calls the C function. */
        long apply(long a);
    }

    /** A function of two operands. */
    @FunctionalInterface
    interface OfTwo {
        /** Calls the C function. */
        long apply(long a, long b);
    }

    private static final List<OfOne> UNARY = inOrder(
            UnaryOperator.values(),
            Map.ofEntries(
                    entry(UnaryOperator.NEGATIVE, abstract_h::PyNumber_Negative),
                    entry(UnaryOperator.POSITIVE, abstract_h::PyNumber_Positive),
                    entry(UnaryOperator.ABSOLUTE, abstract_h::PyNumber_Absolute),
                    entry(UnaryOperator.INVERT, abstract_h::PyNumber_Invert)));

    private static final List<OfTwo> BINARY = inOrder(
            BinaryOperator.values(),
            Map.ofEntries(
                    entry(BinaryOperator.ADD, abstract_h::PyNumber_Add),
                    entry(BinaryOperator.SUBTRACT, abstract_h::PyNumber_Subtract),
                    entry(BinaryOperator.MULTIPLY, abstract_h::PyNumber_Multiply),
                    entry(BinaryOperator.MATRIX_MULTIPLY, abstract_h::PyNumber_MatrixMultiply),
                    entry(BinaryOperator.TRUE_DIVIDE, abstract_h::PyNumber_TrueDivide),
                    entry(BinaryOperator.FLOOR_DIVIDE, abstract_h::PyNumber_FloorDivide),
                    entry(BinaryOperator.REMAINDER, abstract_h::PyNumber_Remainder),
                    entry(BinaryOperator.DIVMOD, abstract_h::PyNumber_Divmod),
                    entry(BinaryOperator.LSHIFT, abstract_h::PyNumber_Lshift),
                    entry(BinaryOperator.RSHIFT, abstract_h::PyNumber_Rshift),
                    entry(BinaryOperator.AND, abstract_h::PyNumber_And),
                    entry(BinaryOperator.XOR, abstract_h::PyNumber_Xor),
                    entry(BinaryOperator.OR, abstract_h::PyNumber_Or),
                    entry(BinaryOperator.IN_PLACE_ADD, abstract_h::PyNumber_InPlaceAdd),
                    entry(BinaryOperator.IN_PLACE_SUBTRACT, abstract_h::PyNumber_InPlaceSubtract),
                    entry(BinaryOperator.IN_PLACE_MULTIPLY, abstract_h::PyNumber_InPlaceMultiply),
                    entry(BinaryOperator.IN_PLACE_MATRIX_MULTIPLY, abstract_h::PyNumber_InPlaceMatrixMultiply),
                    entry(BinaryOperator.IN_PLACE_TRUE_DIVIDE, abstract_h::PyNumber_InPlaceTrueDivide),
                    entry(BinaryOperator.IN_PLACE_FLOOR_DIVIDE, abstract_h::PyNumber_InPlaceFloorDivide),
                    entry(BinaryOperator.IN_PLACE_REMAINDER, abstract_h::PyNumber_InPlaceRemainder),
                    entry(BinaryOperator.IN_PLACE_LSHIFT, abstract_h::PyNumber_InPlaceLshift),
                    entry(BinaryOperator.IN_PLACE_RSHIFT, abstract_h::PyNumber_InPlaceRshift),
                    entry(BinaryOperator.IN_PLACE_AND, abstract_h::PyNumber_InPlaceAnd),
                    entry(BinaryOperator.IN_PLACE_XOR, abstract_h::PyNumber_InPlaceXor),
                    entry(BinaryOperator.IN_PLACE_OR, abstract_h::PyNumber_InPlaceOr),
                    entry(
                            BinaryOperator.IN_PLACE_POWER,
                            (a, b) -> abstract_h.PyNumber_InPlacePower(a, b, TypeReads.none()))));

    private Operators() {}

    private static <O, F> List<F> inOrder(O[] operators, Map<O, F> functions) {
        return Arrays.stream(operators)
                .map(operator -> Objects.requireNonNull(functions.get(operator), operator::toString))
                .toList();
    }

    /** Returns the C function of an operator. */
    static OfOne function(UnaryOperator operator) {
        return UNARY.get(operator.ordinal());
    }

    /** Returns the C function of an operator. */
    static OfTwo function(BinaryOperator operator) {
        return BINARY.get(operator.ordinal());
    }
}
