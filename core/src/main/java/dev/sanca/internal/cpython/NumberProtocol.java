package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.Operations.Binary;
import dev.sanca.internal.engine.Operations.Unary;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.word.TypeReads;

/**
 * The operators, by their names in Python and as functions of the C API.
 *
 * <p><b>Source:</b> {@code Include/abstract.h}, the number protocol.
 */
public final class NumberProtocol {
    private NumberProtocol() {}

    /** a + b. */
    public static final Binary ADD = new Binary("add", abstract_h::PyNumber_Add);

    /** a - b. */
    public static final Binary SUBTRACT = new Binary("sub", abstract_h::PyNumber_Subtract);

    /** a * b. */
    public static final Binary MULTIPLY = new Binary("mul", abstract_h::PyNumber_Multiply);

    /** a {@literal @} b. */
    public static final Binary MATRIX_MULTIPLY = new Binary("matmul", abstract_h::PyNumber_MatrixMultiply);

    /** a / b. */
    public static final Binary TRUE_DIVIDE = new Binary("truediv", abstract_h::PyNumber_TrueDivide);

    /** a // b. */
    public static final Binary FLOOR_DIVIDE = new Binary("floordiv", abstract_h::PyNumber_FloorDivide);

    /** a % b. */
    public static final Binary REMAINDER = new Binary("mod", abstract_h::PyNumber_Remainder);

    /** divmod(a, b). */
    public static final Binary DIVMOD = new Binary("divmod", abstract_h::PyNumber_Divmod);

    /** a &lt;&lt; b. */
    public static final Binary LSHIFT = new Binary("lshift", abstract_h::PyNumber_Lshift);

    /** a &gt;&gt; b. */
    public static final Binary RSHIFT = new Binary("rshift", abstract_h::PyNumber_Rshift);

    /** a &amp; b. */
    public static final Binary AND = new Binary("and_", abstract_h::PyNumber_And);

    /** a ^ b. */
    public static final Binary XOR = new Binary("xor", abstract_h::PyNumber_Xor);

    /** a | b. */
    public static final Binary OR = new Binary("or_", abstract_h::PyNumber_Or);

    /** a += b. */
    public static final Binary IN_PLACE_ADD = new Binary("iadd", abstract_h::PyNumber_InPlaceAdd);

    /** a -= b. */
    public static final Binary IN_PLACE_SUBTRACT = new Binary("isub", abstract_h::PyNumber_InPlaceSubtract);

    /** a *= b. */
    public static final Binary IN_PLACE_MULTIPLY = new Binary("imul", abstract_h::PyNumber_InPlaceMultiply);

    /** a {@literal @}= b. */
    public static final Binary IN_PLACE_MATRIX_MULTIPLY =
            new Binary("imatmul", abstract_h::PyNumber_InPlaceMatrixMultiply);

    /** a /= b. */
    public static final Binary IN_PLACE_TRUE_DIVIDE = new Binary("itruediv", abstract_h::PyNumber_InPlaceTrueDivide);

    /** a //= b. */
    public static final Binary IN_PLACE_FLOOR_DIVIDE = new Binary("ifloordiv", abstract_h::PyNumber_InPlaceFloorDivide);

    /** a %= b. */
    public static final Binary IN_PLACE_REMAINDER = new Binary("imod", abstract_h::PyNumber_InPlaceRemainder);

    /** a &lt;&lt;= b. */
    public static final Binary IN_PLACE_LSHIFT = new Binary("ilshift", abstract_h::PyNumber_InPlaceLshift);

    /** a &gt;&gt;= b. */
    public static final Binary IN_PLACE_RSHIFT = new Binary("irshift", abstract_h::PyNumber_InPlaceRshift);

    /** a &amp;= b. */
    public static final Binary IN_PLACE_AND = new Binary("iand", abstract_h::PyNumber_InPlaceAnd);

    /** a ^= b. */
    public static final Binary IN_PLACE_XOR = new Binary("ixor", abstract_h::PyNumber_InPlaceXor);

    /** a |= b. */
    public static final Binary IN_PLACE_OR = new Binary("ior", abstract_h::PyNumber_InPlaceOr);

    /** -a. */
    public static final Unary NEGATIVE = new Unary("neg", abstract_h::PyNumber_Negative);

    /** +a. */
    public static final Unary POSITIVE = new Unary("pos", abstract_h::PyNumber_Positive);

    /** abs(a). */
    public static final Unary ABSOLUTE = new Unary("abs", abstract_h::PyNumber_Absolute);

    /** ~a. */
    public static final Unary INVERT = new Unary("invert", abstract_h::PyNumber_Invert);

    /** a **= b. */
    public static final Binary IN_PLACE_POWER =
            new Binary("ipow", (a, b) -> abstract_h.PyNumber_InPlacePower(a, b, TypeReads.none()));
}
