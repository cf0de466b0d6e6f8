package dev.sanca.cpython;

import dev.sanca.cpython.ffi.LibPython;
import dev.sanca.cpython.ffi.abstract_h;

/**
 * The operators, as functions from borrowed words to a new count or 0 with a Python error.
 *
 * <p><b>Source:</b> {@code Include/abstract.h}, the number protocol.
 */
public final class NumberProtocol {
    private static final long NONE = LibPython.address("_Py_NoneStruct");

    private NumberProtocol() {}

    /** An operator of one operand. */
    @FunctionalInterface
    public interface Unary {
        /** The C function. */
        long apply(long a);
    }

    /** An operator of two operands. */
    @FunctionalInterface
    public interface Binary {
        /** The C function. */
        long apply(long a, long b);
    }

    /** a + b. */
    public static final Binary ADD = abstract_h::PyNumber_Add;

    /** a - b. */
    public static final Binary SUBTRACT = abstract_h::PyNumber_Subtract;

    /** a * b. */
    public static final Binary MULTIPLY = abstract_h::PyNumber_Multiply;

    /** a {@literal @} b. */
    public static final Binary MATRIX_MULTIPLY = abstract_h::PyNumber_MatrixMultiply;

    /** a / b. */
    public static final Binary TRUE_DIVIDE = abstract_h::PyNumber_TrueDivide;

    /** a // b. */
    public static final Binary FLOOR_DIVIDE = abstract_h::PyNumber_FloorDivide;

    /** a % b. */
    public static final Binary REMAINDER = abstract_h::PyNumber_Remainder;

    /** divmod(a, b). */
    public static final Binary DIVMOD = abstract_h::PyNumber_Divmod;

    /** a &lt;&lt; b. */
    public static final Binary LSHIFT = abstract_h::PyNumber_Lshift;

    /** a &gt;&gt; b. */
    public static final Binary RSHIFT = abstract_h::PyNumber_Rshift;

    /** a &amp; b. */
    public static final Binary AND = abstract_h::PyNumber_And;

    /** a ^ b. */
    public static final Binary XOR = abstract_h::PyNumber_Xor;

    /** a | b. */
    public static final Binary OR = abstract_h::PyNumber_Or;

    /** a += b. */
    public static final Binary IN_PLACE_ADD = abstract_h::PyNumber_InPlaceAdd;

    /** a -= b. */
    public static final Binary IN_PLACE_SUBTRACT = abstract_h::PyNumber_InPlaceSubtract;

    /** a *= b. */
    public static final Binary IN_PLACE_MULTIPLY = abstract_h::PyNumber_InPlaceMultiply;

    /** a {@literal @}= b. */
    public static final Binary IN_PLACE_MATRIX_MULTIPLY = abstract_h::PyNumber_InPlaceMatrixMultiply;

    /** a /= b. */
    public static final Binary IN_PLACE_TRUE_DIVIDE = abstract_h::PyNumber_InPlaceTrueDivide;

    /** a //= b. */
    public static final Binary IN_PLACE_FLOOR_DIVIDE = abstract_h::PyNumber_InPlaceFloorDivide;

    /** a %= b. */
    public static final Binary IN_PLACE_REMAINDER = abstract_h::PyNumber_InPlaceRemainder;

    /** a &lt;&lt;= b. */
    public static final Binary IN_PLACE_LSHIFT = abstract_h::PyNumber_InPlaceLshift;

    /** a &gt;&gt;= b. */
    public static final Binary IN_PLACE_RSHIFT = abstract_h::PyNumber_InPlaceRshift;

    /** a &amp;= b. */
    public static final Binary IN_PLACE_AND = abstract_h::PyNumber_InPlaceAnd;

    /** a ^= b. */
    public static final Binary IN_PLACE_XOR = abstract_h::PyNumber_InPlaceXor;

    /** a |= b. */
    public static final Binary IN_PLACE_OR = abstract_h::PyNumber_InPlaceOr;

    /** -a. */
    public static final Unary NEGATIVE = abstract_h::PyNumber_Negative;

    /** +a. */
    public static final Unary POSITIVE = abstract_h::PyNumber_Positive;

    /** abs(a). */
    public static final Unary ABSOLUTE = abstract_h::PyNumber_Absolute;

    /** ~a. */
    public static final Unary INVERT = abstract_h::PyNumber_Invert;

    /** a ** b % modulus; {@code modulus} may be {@code None}. */
    public static long power(long a, long b, long modulus) {
        return abstract_h.PyNumber_Power(a, b, modulus);
    }

    /** a **= b. */
    public static final Binary IN_PLACE_POWER = (a, b) -> abstract_h.PyNumber_InPlacePower(a, b, NONE);
}
