package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.object_h;

/**
 * Tells the built-in type of an object. {@code isInt} and its like accept instances of subclasses, as
 * {@code isinstance} does; {@code isExactInt} and its like do not.
 *
 * <p><b>Thread:</b> attached. <b>Cost:</b> two loads where the layout is proved.
 */
public final class TypeReads {

    /**
     * The addresses that libpython exports. They are in a separate class because words of other runtimes are examined
     * where no libpython is loaded.
     */
    static final class Builtin {
        static final long INT = LibPython.address("PyLong_Type");
        static final long FLOAT = LibPython.address("PyFloat_Type");
        static final long BOOL = LibPython.address("PyBool_Type");
        static final long STRING = LibPython.address("PyUnicode_Type");
        static final long BYTES = LibPython.address("PyBytes_Type");
        static final long LIST = LibPython.address("PyList_Type");
        static final long TUPLE = LibPython.address("PyTuple_Type");
        static final long DICT = LibPython.address("PyDict_Type");
        static final long NONE = LibPython.address("_Py_NoneStruct");
    }

    private TypeReads() {}

    /** Returns the {@code Py_TPFLAGS_} bits of a type. */
    public static long typeFlags(long type) {
        return Proved.FLAGS ? Memory.getLong(type, Proved.FLAGS_OFFSET) : object_h.PyType_GetFlags(type);
    }

    /** Returns whether the type of an object has one of these {@code Py_TPFLAGS_} bits. */
    public static boolean hasFlag(long word, long flag) {
        return (typeFlags(Word.type(word)) & flag) != 0;
    }

    /** Returns whether a word is an {@code int}, {@code bool} included. */
    public static boolean isInt(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.INT, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_LONG_SUBCLASS);
    }

    /** Returns whether a word is a {@code list}. */
    public static boolean isList(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.LIST, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_LIST_SUBCLASS);
    }

    /** Returns whether a word is a {@code tuple}. */
    public static boolean isTuple(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.TUPLE, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_TUPLE_SUBCLASS);
    }

    /** Returns whether a word is a {@code bytes}. */
    public static boolean isBytes(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.BYTES, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_BYTES_SUBCLASS);
    }

    /** Returns whether a word is a {@code str}. */
    public static boolean isString(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.STRING, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_UNICODE_SUBCLASS);
    }

    /** Returns whether a word is a {@code dict}. */
    public static boolean isDict(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.DICT, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_DICT_SUBCLASS);
    }

    /** Returns whether a word is an exception. */
    public static boolean isBaseException(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.BASE_EXCEPTION, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_BASE_EXC_SUBCLASS);
    }

    /** Returns whether a word is a type. */
    public static boolean isType(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.TYPE, false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_TYPE_SUBCLASS);
    }

    /** Returns whether a word is a {@code float}. */
    public static boolean isFloat(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.FLOAT, false);
        }
        long type = Word.type(word);
        return type == Builtin.FLOAT || object_h.PyType_IsSubtype(type, Builtin.FLOAT) != 0;
    }

    /** Returns {@code None}, borrowed. */
    public static long none() {
        return Builtin.NONE;
    }

    /** Returns whether a word is {@code None}. */
    public static boolean isNone(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.NONE, false);
        }
        return word == Builtin.NONE;
    }

    /** Returns whether the type of a word is exactly {@code int}. */
    public static boolean isExactInt(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.INT, true);
        }
        return Word.type(word) == Builtin.INT;
    }

    /** Returns whether the type of a word is exactly {@code float}. */
    public static boolean isExactFloat(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.FLOAT, true);
        }
        return Word.type(word) == Builtin.FLOAT;
    }

    /** Returns whether a word is {@code True} or {@code False}: {@code bool} has no subclasses. */
    public static boolean isBool(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.BOOL, true);
        }
        return Word.type(word) == Builtin.BOOL;
    }

    /** Returns whether the type of a word is exactly {@code str}. */
    public static boolean isExactString(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.STRING, true);
        }
        return Word.type(word) == Builtin.STRING;
    }

    /** Returns whether the type of a word is exactly {@code bytes}. */
    public static boolean isExactBytes(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.BYTES, true);
        }
        return Word.type(word) == Builtin.BYTES;
    }

    /** Returns whether the type of a word is exactly {@code list}. */
    public static boolean isExactList(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.LIST, true);
        }
        return Word.type(word) == Builtin.LIST;
    }

    /** Returns whether the type of a word is exactly {@code tuple}. */
    public static boolean isExactTuple(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.TUPLE, true);
        }
        return Word.type(word) == Builtin.TUPLE;
    }

    /** Returns whether the type of a word is exactly {@code dict}. */
    public static boolean isExactDict(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, BuiltinType.DICT, true);
        }
        return Word.type(word) == Builtin.DICT;
    }
}
