package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * Lists, tuples, sets and dicts.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface ContainerOperations {
    /** What a list of a dict holds. */
    enum Part {
        /** The keys. */
        KEYS,
        /** The values. */
        VALUES,
        /** Tuples of key and value. */
        ITEMS
    }

    /** Takes the entries of a dict, borrowed. */
    @FunctionalInterface
    interface EntryVisitor {
        /** Takes one. */
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

    /** An empty dict. */
    long dict(ThreadState state);

    /**
     * A list, tuple or set of words.
     *
     * @param words counts, taken; if this throws, those that are still the caller's, and 0 in place of the others
     */
    long container(ThreadState state, Container kind, long[] words);

    /** A list of ints. */
    long listOf(ThreadState state, long[] values);

    /** A list of floats. */
    long listOf(ThreadState state, double[] values);

    /** {@code len} of a list. */
    long listSize(ThreadState state, long list);

    /** An element of a list; the index must be in bounds. */
    long listItem(ThreadState state, long list, long index);

    /** {@code list[index] = value}, for an index from zero; a subclass may do it in its own way. */
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

    /** {@code len} of a tuple. */
    long tupleSize(ThreadState state, long tuple);

    /** An element of a tuple; the index must be in bounds. */
    long tupleItem(ThreadState state, long tuple, long index);

    /** {@code set.add(value)}. */
    void addToSet(ThreadState state, long set, long value);

    /** {@code dict.get(key)}; 0 if there is none. */
    long dictGet(ThreadState state, long dict, long key);

    /** A new list of a dict's keys, values or items. */
    long dictList(ThreadState state, long dict, Part part);

    /** {@code list(iterable)}. */
    long list(ThreadState state, long iterable);

    /** Visits the entries of a dict in its order; whether it kept its size meanwhile. */
    boolean forEachEntry(ThreadState state, long dict, EntryVisitor visitor);
}
