package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.object_h;

/**
 * What an object is. {@code isInt} and its like accept subclasses, as {@code isinstance} does; {@code isExactInt} and its
 * like do not.
 */
public final class TypeReads {

    /** What libpython exports; apart, since words of other runtimes are asked about where there is no libpython. */
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

    /** The {@code Py_TPFLAGS_} bits of a type. */
    public static long typeFlags(long type) {
        return Proved.FLAGS ? Memory.getLong(type, Proved.FLAGS_OFFSET) : object_h.PyType_GetFlags(type);
    }

    /** Whether the type of an object has one of these {@code Py_TPFLAGS_} bits. */
    public static boolean hasFlag(long word, long flag) {
        return (typeFlags(Word.type(word)) & flag) != 0;
    }

    /** Whether it is an int, a bool included. */
    public static boolean isInt(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "int", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_LONG_SUBCLASS);
    }

    /** Whether it is a list. */
    public static boolean isList(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "list", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_LIST_SUBCLASS);
    }

    /** Whether it is a tuple. */
    public static boolean isTuple(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "tuple", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_TUPLE_SUBCLASS);
    }

    /** Whether it is bytes. */
    public static boolean isBytes(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "bytes", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_BYTES_SUBCLASS);
    }

    /** Whether it is a str. */
    public static boolean isString(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "str", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_UNICODE_SUBCLASS);
    }

    /** Whether it is a dict. */
    public static boolean isDict(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "dict", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_DICT_SUBCLASS);
    }

    /** Whether it is an exception. */
    public static boolean isBaseException(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "BaseException", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_BASE_EXC_SUBCLASS);
    }

    /** Whether it is a type. */
    public static boolean isType(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "type", false);
        }
        return hasFlag(word, object_h.Py_TPFLAGS_TYPE_SUBCLASS);
    }

    /** Whether it is a float. */
    public static boolean isFloat(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "float", false);
        }
        long type = Word.type(word);
        return type == Builtin.FLOAT || object_h.PyType_IsSubtype(type, Builtin.FLOAT) != 0;
    }

    /** {@code None}, borrowed. */
    public static long none() {
        return Builtin.NONE;
    }

    /** Whether it is None. */
    public static boolean isNone(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "NoneType", false);
        }
        return word == Builtin.NONE;
    }

    /** Whether its type is int itself. */
    public static boolean isExactInt(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "int", true);
        }
        return Word.type(word) == Builtin.INT;
    }

    /** Whether its type is float itself. */
    public static boolean isExactFloat(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "float", true);
        }
        return Word.type(word) == Builtin.FLOAT;
    }

    /** Whether it is True or False: bool has no subclasses. */
    public static boolean isBool(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "bool", true);
        }
        return Word.type(word) == Builtin.BOOL;
    }

    /** Whether its type is str itself. */
    public static boolean isExactString(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "str", true);
        }
        return Word.type(word) == Builtin.STRING;
    }

    /** Whether its type is bytes itself. */
    public static boolean isExactBytes(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "bytes", true);
        }
        return Word.type(word) == Builtin.BYTES;
    }

    /** Whether its type is list itself. */
    public static boolean isExactList(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "list", true);
        }
        return Word.type(word) == Builtin.LIST;
    }

    /** Whether its type is tuple itself. */
    public static boolean isExactTuple(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "tuple", true);
        }
        return Word.type(word) == Builtin.TUPLE;
    }

    /** Whether its type is dict itself. */
    public static boolean isExactDict(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInstance(word, "dict", true);
        }
        return Word.type(word) == Builtin.DICT;
    }
}
