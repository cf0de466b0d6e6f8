package dev.sanca.internal.word;

/**
 * The built-in types that {@link TypeReads} tells from a word. The owner of handles tells them by their numbers,
 * {@link #ordinal}.
 */
public enum BuiltinType {
    INT("int"),
    FLOAT("float"),
    BOOL("bool"),
    STRING("str"),
    BYTES("bytes"),
    LIST("list"),
    TUPLE("tuple"),
    DICT("dict"),
    NONE("NoneType"),
    BASE_EXCEPTION("BaseException"),
    TYPE("type");

    private final String pythonName;

    BuiltinType(String pythonName) {
        this.pythonName = pythonName;
    }

    /** Returns the name of the type in Python. */
    public String pythonName() {
        return pythonName;
    }
}
