package dev.sanca.internal.word;

/**
 * The built-in types that {@link TypeReads} tells from a word. The owner of handles tells them by their numbers.
 */
public enum BuiltinType {
    INT(0, "int"),
    FLOAT(1, "float"),
    BOOL(2, "bool"),
    STRING(3, "str"),
    BYTES(4, "bytes"),
    LIST(5, "list"),
    TUPLE(6, "tuple"),
    DICT(7, "dict"),
    NONE(8, "NoneType"),
    BASE_EXCEPTION(9, "BaseException"),
    TYPE(10, "type");

    private final int number;
    private final String pythonName;

    BuiltinType(int number, String pythonName) {
        this.number = number;
        this.pythonName = pythonName;
    }

    /** Returns the name of the type in Python. */
    public String pythonName() {
        return pythonName;
    }

    /** Returns the number, from 0. */
    public int number() {
        return number;
    }
}
