package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * Lists, tuples, sets and dicts.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface ContainerOperations {
    /** What {@link #dictList} puts into its list. */
    enum Part {
        /** The keys. */
        KEYS,
        /** The values. */
        VALUES,
        /** Tuples of key and value. */
        ITEMS
    }

    /** Receives the entries of a dict. */
    @FunctionalInterface
    interface EntryVisitor {
        /** Receives one entry, borrowed. */
        void entry(long key, long value);
    }

    /** What {@link #container} makes. */
    enum Container {
        /** {@code list}. */
        LIST,
        /** {@code tuple}. */
        TUPLE,
        /** {@code set}. */
        SET
    }

    /** Returns a new, empty dict. */
    long dict(ThreadState state);

    /**
     * Returns a new list, tuple or set of words.
     *
     * @param words new references, which become the container's. If this method throws, the array holds those that the caller
     *     still owns, and 0 in place of the others
     */
    long container(ThreadState state, Container kind, long[] words);

    /** Returns a new list of ints. */
    long listOf(ThreadState state, long[] values);

    /** Returns a new list of floats. */
    long listOf(ThreadState state, double[] values);

    /** Returns the number of elements of a list, whatever {@code __len__} of a subclass says. */
    long listSize(ThreadState state, long list);

    /** Returns an element of a list. The index must be in bounds. */
    long listItem(ThreadState state, long list, long index);

    /** {@code list[index] = value}, for an index from zero. A subclass of {@code list} may override this. */
    default void setListItem(ThreadState state, long list, long index, long value) {
        Operations operations = Operations.of(state);
        long key = operations.ofLong(state, index);
        try {
            operations.setItem(state, list, key, value);
        } finally {
            Word.decref(key);
        }
    }

    /** {@code list.append(value)}. */
    void append(ThreadState state, long list, long value);

    /** Returns the number of elements of a tuple, whatever {@code __len__} of a subclass says. */
    long tupleSize(ThreadState state, long tuple);

    /** Returns an element of a tuple. The index must be in bounds. */
    long tupleItem(ThreadState state, long tuple, long index);

    /** {@code set.add(value)}. */
    void addToSet(ThreadState state, long set, long value);

    /** {@code dict.get(key)}, or 0 if the dict has no such key. */
    long dictGet(ThreadState state, long dict, long key);

    /** Returns a new list of a dict's keys, values or items. */
    long dictList(ThreadState state, long dict, Part part);

    /** {@code list(iterable)}. */
    long list(ThreadState state, long iterable);

    /** Visits the entries of a dict in its order. Returns whether the size of the dict stayed the same meanwhile. */
    boolean forEachEntry(ThreadState state, long dict, EntryVisitor visitor);
}
