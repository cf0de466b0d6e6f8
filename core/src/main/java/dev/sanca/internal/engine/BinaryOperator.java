package dev.sanca.internal.engine;

/** An operator of two operands. Those that begin with {@code IN_PLACE} may change the left one. */
public enum BinaryOperator {
    /** a + b. */
    ADD("add"),

    /** a - b. */
    SUBTRACT("sub"),

    /** a * b. */
    MULTIPLY("mul"),

    /** a {@literal @} b. */
    MATRIX_MULTIPLY("matmul"),

    /** a / b. */
    TRUE_DIVIDE("truediv"),

    /** a // b. */
    FLOOR_DIVIDE("floordiv"),

    /** a % b. */
    REMAINDER("mod"),

    /** divmod(a, b). */
    DIVMOD("divmod"),

    /** a &lt;&lt; b. */
    LSHIFT("lshift"),

    /** a &gt;&gt; b. */
    RSHIFT("rshift"),

    /** a &amp; b. */
    AND("and_"),

    /** a ^ b. */
    XOR("xor"),

    /** a | b. */
    OR("or_"),

    /** a += b. */
    IN_PLACE_ADD("iadd"),

    /** a -= b. */
    IN_PLACE_SUBTRACT("isub"),

    /** a *= b. */
    IN_PLACE_MULTIPLY("imul"),

    /** a {@literal @}= b. */
    IN_PLACE_MATRIX_MULTIPLY("imatmul"),

    /** a /= b. */
    IN_PLACE_TRUE_DIVIDE("itruediv"),

    /** a //= b. */
    IN_PLACE_FLOOR_DIVIDE("ifloordiv"),

    /** a %= b. */
    IN_PLACE_REMAINDER("imod"),

    /** a &lt;&lt;= b. */
    IN_PLACE_LSHIFT("ilshift"),

    /** a &gt;&gt;= b. */
    IN_PLACE_RSHIFT("irshift"),

    /** a &amp;= b. */
    IN_PLACE_AND("iand"),

    /** a ^= b. */
    IN_PLACE_XOR("ixor"),

    /** a |= b. */
    IN_PLACE_OR("ior"),

    /** a **= b. */
    IN_PLACE_POWER("ipow");

    private final String pythonName;

    BinaryOperator(String pythonName) {
        this.pythonName = pythonName;
    }

    /** Returns the name of the operator in Python's module {@code operator}; of {@code divmod}, the name of the built-in. */
    public String pythonName() {
        return pythonName;
    }
}
