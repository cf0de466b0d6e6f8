package dev.sanca.internal.ffi;

/**
 * Arrays of words outside objects: arguments of calls, and what C fills for its caller. The items of lists and tuples
 * are read by {@code dev.sanca.internal.word} only.
 *
 * <p>Nothing is checked, as in {@link Memory}; {@link WordCheck} checks arguments when they are passed.
 */
public final class WordArray {
    private WordArray() {}

    /** Returns the word at an index, borrowed. */
    public static long get(long array, long index) {
        return Memory.getLong(array, index << 3);
    }

    /** Stores a word at an index without incrementing it. */
    public static void set(long array, long index, long word) {
        Memory.putLong(array + (index << 3), word);
    }
}
