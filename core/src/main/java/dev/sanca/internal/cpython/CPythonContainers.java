package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.ContainerOperations;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.WordArray;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.setobject_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.internal.thread.Scratch;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;

/**
 * Lists, tuples, sets and dicts.
 *
 * <p><b>Source:</b> {@code Include/listobject.h}, {@code tupleobject.h}, {@code setobject.h}, {@code dictobject.h}.
 */
interface CPythonContainers extends ContainerOperations {
    @Override
    default long dict(ThreadState state) {
        return PythonErrors.check(state, dictobject_h.PyDict_New());
    }

    @Override
    default void append(ThreadState state, long list, long value) {
        PythonErrors.check(state, listobject_h.PyList_Append(list, value));
    }

    @Override
    default long dictGet(ThreadState state, long dict, long key) {
        long value = dictobject_h.PyDict_GetItemWithError(dict, key);
        if (value == 0) {
            if (PythonErrors.isPending()) {
                throw PythonErrors.pending(state);
            }
            return 0;
        }
        return Word.newRef(value);
    }

    @Override
    default long dictList(ThreadState state, long dict, Part part) {
        return PythonErrors.check(
                state,
                switch (part) {
                    case KEYS -> dictobject_h.PyDict_Keys(dict);
                    case VALUES -> dictobject_h.PyDict_Values(dict);
                    case ITEMS -> dictobject_h.PyDict_Items(dict);
                });
    }

    @Override
    default boolean forEachEntry(ThreadState state, long dict, EntryVisitor visitor) {
        long size = SequenceReads.dictSize(dict);
        Scratch scratch = state.scratch();
        long cursor = scratch.reserve(3);
        try {
            WordArray.set(cursor, 0, 0);
            while (dictobject_h.PyDict_Next(dict, cursor, cursor + 8, cursor + 16) != 0) {
                long key = Word.newRef(WordArray.get(cursor, 1));
                long value = Word.newRef(WordArray.get(cursor, 2));
                try {
                    visitor.entry(key, value);
                } finally {
                    Word.decref(key);
                    Word.decref(value);
                }
                if (SequenceReads.dictSize(dict) != size) {
                    return false;
                }
            }
            return true;
        } finally {
            scratch.release(cursor);
        }
    }

    @Override
    default long container(ThreadState state, Container kind, long[] words) {
        return switch (kind) {
            case LIST -> listOfWords(state, words);
            case TUPLE -> tupleOf(state, words);
            case SET -> setOf(state, words);
        };
    }

    @Override
    default long listOf(ThreadState state, long[] values) {
        long list = PythonErrors.check(state, listobject_h.PyList_New(values.length));
        try {
            for (int i = 0; i < values.length; i++) {
                putFresh(list, i, Operations.of(state).ofLong(state, values[i]));
            }
        } catch (Throwable e) {
            Word.decref(list);
            throw e;
        }
        return list;
    }

    @Override
    default long listOf(ThreadState state, double[] values) {
        long list = PythonErrors.check(state, listobject_h.PyList_New(values.length));
        try {
            for (int i = 0; i < values.length; i++) {
                putFresh(list, i, Operations.of(state).ofDouble(state, values[i]));
            }
        } catch (Throwable e) {
            Word.decref(list);
            throw e;
        }
        return list;
    }

    @Override
    default long listSize(ThreadState state, long list) {
        return SequenceReads.listSize(list);
    }

    @Override
    default long listItem(ThreadState state, long list, long index) {
        return Word.newRef(SequenceReads.listItem(list, index));
    }

    @Override
    default long tupleSize(ThreadState state, long tuple) {
        return SequenceReads.tupleSize(tuple);
    }

    @Override
    default long tupleItem(ThreadState state, long tuple, long index) {
        return Word.newRef(SequenceReads.tupleItem(tuple, index));
    }

    @Override
    default void setListItem(ThreadState state, long list, long index, long value) {
        if (!setItem(list, index, value)) {
            ContainerOperations.super.setListItem(state, list, index, value);
        }
    }

    @Override
    default void addToSet(ThreadState state, long set, long value) {
        PythonErrors.check(state, setobject_h.PySet_Add(set, value));
    }

    @Override
    default long list(ThreadState state, long iterable) {
        return PythonErrors.check(state, abstract_h.PySequence_List(iterable));
    }

    /**
     * Sets {@code list[index] = value} if the object is exactly a list, its layout is proved, and it has that index. Returns false,
     * and does nothing, otherwise.
     */
    private static boolean setItem(long list, long index, long value) {
        if (!SequenceReads.hasItemAddresses(list)
                || !TypeReads.isExactList(list)
                || index >= SequenceReads.listSize(list)) {
            return false;
        }
        Word.incref(value);
        Word.xdecref(SequenceReads.swapListItem(
                list, index, value)); // the last step: a finalizer of the old item may change the list
        return true;
    }

    private static long listOfWords(ThreadState state, long[] words) {
        long list = PythonErrors.check(state, listobject_h.PyList_New(words.length));
        int taken = 0;
        try {
            for (; taken < words.length; taken++) {
                SequenceReads.setFreshListItem(list, taken, words[taken]);
            }
            return list;
        } catch (Throwable e) {
            throw halfMade(list, words, taken, e);
        }
    }

    private static long tupleOf(ThreadState state, long[] words) {
        long tuple = PythonErrors.check(state, tupleobject_h.PyTuple_New(words.length));
        int taken = 0;
        try {
            for (; taken < words.length; taken++) {
                SequenceReads.setFreshTupleItem(tuple, taken, words[taken]);
            }
            return tuple;
        } catch (Throwable e) {
            throw halfMade(tuple, words, taken, e);
        }
    }

    /** Releases a list or tuple, which owns the first {@code taken} of the words. The caller still owns the others. */
    private static RuntimeException halfMade(long container, long[] words, int taken, Throwable error) {
        for (int i = 0; i < taken; i++) {
            words[i] = Word.NULL;
        }
        Word.decref(container);
        return PythonErrors.<RuntimeException>rethrow(error);
    }

    private static long setOf(ThreadState state, long[] words) {
        long set = PythonErrors.check(state, setobject_h.PySet_New(0));
        try {
            for (int i = 0; i < words.length; i++) {
                PythonErrors.check(state, setobject_h.PySet_Add(set, words[i])); // the set owns a new reference
            }
            for (int i = 0; i < words.length; i++) {
                long word = words[i];
                words[i] = Word.NULL;
                Word.decref(word);
            }
            return set;
        } catch (Throwable e) {
            Word.decref(set);
            throw e;
        }
    }

    /** Stores an item in a new list. Consumes the reference {@code item}, even if this throws. */
    private static void putFresh(long list, int index, long item) {
        try {
            SequenceReads.setFreshListItem(list, index, item);
        } catch (Throwable e) {
            Word.decref(item);
            throw e;
        }
    }
}
