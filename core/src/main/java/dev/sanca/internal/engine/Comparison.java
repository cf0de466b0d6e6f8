package dev.sanca.internal.engine;

/** A rich comparison, in the order of CPython's {@code Py_LT} to {@code Py_GE}. */
public enum Comparison {
    /** a &lt; b. */
    LT("lt"),

    /** a &lt;= b. */
    LE("le"),

    /** a == b. */
    EQ("eq"),

    /** a != b. */
    NE("ne"),

    /** a &gt; b. */
    GT("gt"),

    /** a &gt;= b. */
    GE("ge");

    private static final Comparison[] VALUES = values();

    private final String pythonName;

    Comparison(String pythonName) {
        this.pythonName = pythonName;
    }

    /** Returns the comparison that has a number in C, from 0 to 5. */
    public static Comparison of(int number) {
        return VALUES[number];
    }

    /** Returns the number of the comparison in C, from 0 to 5. */
    @SuppressWarnings("EnumOrdinal") // the order is that of C
    public int number() {
        return ordinal();
    }

    /** Returns the name of the comparison in Python's module {@code operator}. */
    public String pythonName() {
        return pythonName;
    }

    /** Returns whether the comparison asks for equality only: {@link #EQ} or {@link #NE}. */
    public boolean isEquality() {
        return this == EQ || this == NE;
    }

    /**
     * Returns whether the comparison is true of two values.
     *
     * @param order negative, zero or positive, as {@code compareTo} of the two values returns it
     * @implNote The compiler folds these tests where the comparison is a constant; it would not fold a {@code switch}.
     */
    public boolean holds(int order) {
        if (this == LT) {
            return order < 0;
        } else if (this == LE) {
            return order <= 0;
        } else if (this == EQ) {
            return order == 0;
        } else if (this == NE) {
            return order != 0;
        }
        return this == GT ? order > 0 : order >= 0;
    }
}
