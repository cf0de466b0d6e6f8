package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.engine.ObjectOperations;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.typeslots_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;

/**
 * Types and identity, attributes, items, iteration and comparison of any object.
 *
 * <p><b>Source:</b> {@code Include/object.h}, {@code Include/abstract.h}.
 */
interface CPythonObjects extends ObjectOperations {
    @Override
    default long none(ThreadState state) {
        return Word.newRef(TypeReads.none());
    }

    @Override
    default boolean isOfType(ThreadState state, long word, long type, boolean exact) {
        long actual = Word.type(word);
        return actual == type || (!exact && object_h.PyType_IsSubtype(actual, type) != 0);
    }

    @Override
    default long type(ThreadState state, long word) {
        return Word.newRef(Word.type(word));
    }

    @Override
    default String typeName(ThreadState state, long word) {
        return nameOfType(state, Word.type(word));
    }

    @Override
    default String nameOfType(ThreadState state, long type) {
        String module = attribute(state, type, "__module__");
        String name = attribute(state, type, "__qualname__");
        return module.isEmpty() || module.equals("builtins") || module.equals("__main__") ? name : module + "." + name;
    }

    @Override
    default boolean is(ThreadState state, long a, long b) {
        return Word.is(a, b);
    }

    @Override
    default long getAttr(ThreadState state, long object, String name) {
        long word = InternedNames.wordOrZero(state, name);
        long result = word != 0 ? object_h.PyObject_GetAttr(object, word) : getOther(state, object, name);
        return result != 0 ? result : PythonErrors.check(state, result);
    }

    @Override
    default void setAttr(ThreadState state, long object, String name, long value) {
        PythonErrors.check(state, setAttrWord(state, object, name, value));
    }

    @Override
    default void delAttr(ThreadState state, long object, String name) {
        PythonErrors.check(state, setAttrWord(state, object, name, 0));
    }

    @Override
    default boolean hasAttr(ThreadState state, long object, String name) {
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

    @Override
    default long getAttrOrNull(ThreadState state, long object, String name) {
        long word = InternedNames.wordOrZero(state, name);
        long value = word != 0 ? object_h.PyObject_GetAttr(object, word) : getOther(state, object, name);
        if (value == 0) {
            PythonErrors.clear();
        }
        return value;
    }

    @Override
    default boolean isTrue(ThreadState state, long object) {
        return PythonErrors.check(state, object_h.PyObject_IsTrue(object)) > 0;
    }

    @Override
    default long hash(ThreadState state, long object) {
        long hash = object_h.PyObject_Hash(object);
        if (hash == -1) {
            throw PythonErrors.pending(state);
        }
        return hash;
    }

    @Override
    default boolean compare(ThreadState state, long a, long b, Comparison comparison) {
        return PythonErrors.check(state, object_h.PyObject_RichCompareBool(a, b, comparison.number())) > 0;
    }

    @Override
    default boolean isInstance(ThreadState state, long object, long type) {
        return PythonErrors.check(state, abstract_h.PyObject_IsInstance(object, type)) > 0;
    }

    @Override
    default boolean isSubclass(ThreadState state, long type, long other) {
        return PythonErrors.check(state, abstract_h.PyObject_IsSubclass(type, other)) > 0;
    }

    @Override
    default long length(ThreadState state, long object) {
        long n = abstract_h.PyObject_Size(object);
        if (n < 0) {
            throw PythonErrors.pending(state);
        }
        return n;
    }

    @Override
    default long getItem(ThreadState state, long object, long key) {
        return PythonErrors.check(state, abstract_h.PyObject_GetItem(object, key));
    }

    @Override
    default long getItemOrNull(ThreadState state, long object, long key) {
        long item = abstract_h.PyObject_GetItem(object, key);
        if (item == 0) {
            if (!PythonErrors.isPending("PyExc_LookupError")) {
                throw PythonErrors.pending(state);
            }
            PythonErrors.clear();
        }
        return item;
    }

    @Override
    default void setItem(ThreadState state, long object, long key, long value) {
        PythonErrors.check(state, abstract_h.PyObject_SetItem(object, key, value));
    }

    @Override
    default void delItem(ThreadState state, long object, long key) {
        PythonErrors.check(state, abstract_h.PyObject_DelItem(object, key));
    }

    @Override
    default boolean contains(ThreadState state, long object, long value) {
        return PythonErrors.check(state, abstract_h.PySequence_Contains(object, value)) > 0;
    }

    @Override
    default long iterator(ThreadState state, long object) {
        return PythonErrors.check(state, abstract_h.PyObject_GetIter(object));
    }

    @Override
    default long dir(ThreadState state, long object) {
        return PythonErrors.check(state, object_h.PyObject_Dir(object));
    }

    @Override
    default boolean isIterator(ThreadState state, long object) {
        return abstract_h.PyIter_Check(object) != 0;
    }

    @Override
    default boolean isCallable(ThreadState state, long object) {
        return object_h.PyCallable_Check(object) != 0;
    }

    @Override
    default boolean isIterable(ThreadState state, long word) {
        return abstract_h.PySequence_Check(word) != 0
                || object_h.PyType_GetSlot(Word.type(word), typeslots_h.Py_tp_iter) != 0;
    }

    @Override
    default long next(ThreadState state, long iterator) {
        long next = abstract_h.PyIter_Next(iterator);
        if (next == 0 && PythonErrors.isPending()) {
            throw PythonErrors.pending(state);
        }
        return next;
    }

    /** Returns an attribute by a name that is not kept, see {@link InternedNames}; 0 with a Python error set. */
    private static long getOther(ThreadState state, long object, String name) {
        long word = InternedNames.make(state, name);
        try {
            return object_h.PyObject_GetAttr(object, word);
        } finally {
            Word.decref(word); // the deallocation of a str runs no Python code and leaves the pending error
        }
    }

    /** Sets an attribute, or deletes it if {@code value} is 0. Returns -1 with a Python error set. */
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

    private String attribute(ThreadState state, long type, String attribute) {
        long value = getAttrOrNull(state, type, attribute);
        if (value == 0) {
            return "";
        }
        try {
            return TypeReads.isString(value) ? CPythonOperations.INSTANCE.asString(state, value) : "";
        } finally {
            Word.decref(value);
        }
    }
}
