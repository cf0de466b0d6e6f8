package dev.sanca.internal.engine;

/** An operator of one operand. */
public enum UnaryOperator {
    /** -a. */
    NEGATIVE("neg"),

    /** +a. */
    POSITIVE("pos"),

    /** abs(a). */
    ABSOLUTE("abs"),

    /** ~a. */
    INVERT("invert");

    private final String pythonName;

    UnaryOperator(String pythonName) {
        this.pythonName = pythonName;
    }

    /** Returns the name of the operator in Python's module {@code operator}. */
    public String pythonName() {
        return pythonName;
    }
}
