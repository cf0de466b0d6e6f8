package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * Attributes, items, comparison and the like of any object.
 *
 * <p><b>Source:</b> {@code Include/object.h}, {@code Include/abstract.h}.
 */
public final class ObjectProtocol {
    private ObjectProtocol() {}

    /** {@code object.name}. */
    public static long getAttr(ThreadState state, long object, String name) {
        long word = InternedNames.wordOrZero(state, name);
        long result = word != 0 ? object_h.PyObject_GetAttr(object, word) : getOther(state, object, name);
        return result != 0 ? result : PythonErrors.check(state, result);
    }

    /** An attribute whose name is made for this use; 0 with a Python error. */
    private static long getOther(ThreadState state, long object, String name) {
        long word = InternedNames.make(state, name);
        try {
            return object_h.PyObject_GetAttr(object, word);
        } finally {
            Word.decref(word); // a str: no Python code is run, nor an error lost
        }
    }

    /** {@code object.name = value}, {@code value} borrowed. */
    public static void setAttr(ThreadState state, long object, String name, long value) {
        PythonErrors.check(state, setAttrWord(state, object, name, value));
    }

    /** {@code del object.name}. */
    public static void delAttr(ThreadState state, long object, String name) {
        PythonErrors.check(state, setAttrWord(state, object, name, 0));
    }

    /** Whether {@code object.name} exists; errors other than {@code AttributeError} are thrown. */
    public static boolean hasAttr(ThreadState state, long object, String name) {
        long word = InternedNames.wordOrZero(state, name);
        long value = word != 0 ? object_h.PyObject_GetAttr(object, word) : getOther(state, object, name);
        if (value != 0) {
            Word.decref(value);
            return true;
        }
        if (PythonErrors.isPending("PyExc_AttributeError")) {
            PythonErrors.clear();
            return false;
        }
        throw PythonErrors.pending(state);
    }

    /** {@code object.name}: a new count, or 0 without an error. */
    static long getAttrOrNull(long object, String name) {
        ThreadState state = ThreadState.attached("an attribute");
        long word = InternedNames.wordOrZero(state, name);
        long value = word != 0 ? object_h.PyObject_GetAttr(object, word) : getOther(state, object, name);
        if (value == 0) {
            PythonErrors.clear();
        }
        return value;
    }

    /** As C: −1 with a Python error. */
    static int setAttrWord(long object, String name, long value) {
        return setAttrWord(ThreadState.attached("an attribute"), object, name, value);
    }

    private static int setAttrWord(ThreadState state, long object, String name, long value) {
        long word = InternedNames.wordOrZero(state, name);
        if (word != 0) {
            return object_h.PyObject_SetAttr(object, word, value);
        }
        long other = InternedNames.make(state, name);
        try {
            return object_h.PyObject_SetAttr(object, other, value);
        } finally {
            Word.decref(other);
        }
    }

    /** Truth, with errors taken for false. */
    static boolean isTrueOrFalse(long object) {
        int truth = object_h.PyObject_IsTrue(object);
        if (truth < 0) {
            PythonErrors.clear();
        }
        return truth > 0;
    }

    /** {@code bool(object)}. */
    public static boolean isTrue(ThreadState state, long object) {
        return PythonErrors.check(state, object_h.PyObject_IsTrue(object)) > 0;
    }

    /** {@code hash(object)}. */
    public static long hash(ThreadState state, long object) {
        long hash = object_h.PyObject_Hash(object);
        if (hash == -1) {
            throw PythonErrors.pending(state);
        }
        return hash;
    }

    /** A rich comparison, {@code operation} as in C; the truth of its result. */
    public static boolean compare(ThreadState state, long a, long b, int operation) {
        return PythonErrors.check(state, object_h.PyObject_RichCompareBool(a, b, operation)) > 0;
    }

    /** {@code isinstance(object, type)}. */
    public static boolean isInstance(ThreadState state, long object, long type) {
        return PythonErrors.check(state, abstract_h.PyObject_IsInstance(object, type)) > 0;
    }

    /** {@code issubclass(type, other)}. */
    public static boolean isSubclass(ThreadState state, long type, long other) {
        return PythonErrors.check(state, abstract_h.PyObject_IsSubclass(type, other)) > 0;
    }

    /** {@code len(object)}. */
    public static long length(ThreadState state, long object) {
        long n = abstract_h.PyObject_Size(object);
        if (n < 0) {
            throw PythonErrors.pending(state);
        }
        return n;
    }

    /** {@code object[key]}. */
    public static long getItem(ThreadState state, long object, long key) {
        return PythonErrors.check(state, abstract_h.PyObject_GetItem(object, key));
    }

    /** {@code object[key]}, or 0 if that raises a {@code LookupError}. */
    public static long getItemOrNull(ThreadState state, long object, long key) {
        long item = abstract_h.PyObject_GetItem(object, key);
        if (item == 0) {
            if (!PythonErrors.isPending("PyExc_LookupError")) {
                throw PythonErrors.pending(state);
            }
            PythonErrors.clear();
        }
        return item;
    }

    /** {@code object[key] = value}. */
    public static void setItem(ThreadState state, long object, long key, long value) {
        PythonErrors.check(state, abstract_h.PyObject_SetItem(object, key, value));
    }

    /** {@code del object[key]}. */
    public static void delItem(ThreadState state, long object, long key) {
        PythonErrors.check(state, abstract_h.PyObject_DelItem(object, key));
    }

    /** {@code value in object}. */
    public static boolean contains(ThreadState state, long object, long value) {
        return PythonErrors.check(state, abstract_h.PySequence_Contains(object, value)) > 0;
    }

    /** {@code iter(object)}. */
    public static long iterator(ThreadState state, long object) {
        return PythonErrors.check(state, abstract_h.PyObject_GetIter(object));
    }

    /** {@code dir(object)}. */
    public static long dir(ThreadState state, long object) {
        return PythonErrors.check(state, object_h.PyObject_Dir(object));
    }

    /** Whether {@code callable(object)}. */
    public static boolean isCallable(long object) {
        return object_h.PyCallable_Check(object) != 0;
    }
}
