package dev.sanca.internal.ffi;

/**
 * Arrays of words that belong to no object: arguments of calls, and what C fills for its caller. Items of lists and tuples
 * are {@code abi}'s to read.
 *
 * <p>Nothing is checked, as in {@link Memory}; {@link WordCheck} looks at arguments when they are passed.
 */
public final class WordArray {
    private WordArray() {}

    /** The word at an index. */
    public static long get(long array, long index) {
        return Memory.getLong(array, index << 3);
    }

    /** Stores a word, without its count, at an index. */
    public static void set(long array, long index, long word) {
        Memory.putLong(array + (index << 3), word);
    }
}
