package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;

/**
 * Free lists of {@code int} objects with one digit and of {@code float} objects: an object whose last reference Java
 * releases is kept, and becomes the next number that Java creates. Neither needs a call.
 *
 * <p>The object may be reused because nothing refers to it any more. Ints that Python caches are not created this way,
 * since there is one object for each of them.
 *
 * <p><b>Thread:</b> attached. No lock is needed: on a Python without a GIL nothing is proved, and objects of an opaque
 * layout are not kept.
 *
 * <p><b>Cost:</b> three stores for each number; at most {@value #CAPACITY} objects of 32 bytes in each list.
 */
public final class NumberFreeList {
    private static final int CAPACITY = 64;

    /** The greatest int that Python caches: 1,024 in 3.15, and 256 before. */
    private static final int LARGEST_CACHED_INT = 1024;

    private static final int ONE_DIGIT = 1 << 30;
    private static final long TAG_OF_ONE_DIGIT = 8;

    private static final long[] INTS = new long[CAPACITY];
    private static final long[] FLOATS = new long[CAPACITY];
    private static int ints;
    private static int floats;

    private NumberFreeList() {}

    /** Returns a new reference to an {@code int}, or 0 if the list is empty or Python may cache the value. */
    public static long newIntOrNull(long value) {
        int n = ints;
        if (n == 0 || !isReusableFor(value)) {
            return 0;
        }
        long word = INTS[--n];
        ints = n;
        writeInt(word, (int) value);
        setCountToOne(word);
        return word;
    }

    /** Returns a new reference to a {@code float}, or 0 if the list is empty. */
    public static long newFloatOrNull(double value) {
        int n = floats;
        if (n == 0) {
            return 0;
        }
        long word = FLOATS[--n];
        floats = n;
        writeFloat(word, value);
        setCountToOne(word);
        return word;
    }

    /**
     * Puts an object into the list. Its type must be exactly {@code int} and its count 0.
     *
     * @return whether the list has taken the object; if not, the caller deallocates it
     */
    static boolean keepInt(long word) {
        int n = ints;
        if (n == CAPACITY || !Proved.NEW_INT || !hasOneDigit(word)) {
            return false;
        }
        INTS[n] = word;
        ints = n + 1;
        return true;
    }

    /**
     * Puts an object into the list. Its type must be exactly {@code float} and its count 0.
     *
     * @return whether the list has taken the object; if not, the caller deallocates it
     */
    static boolean keepFloat(long word) {
        int n = floats;
        if (n == CAPACITY || !Proved.NEW_FLOAT) {
            return false;
        }
        FLOATS[n] = word;
        floats = n + 1;
        return true;
    }

    /**
     * Returns whether an {@code int} of this value may be made of another one: it has one digit, and Python does not
     * cache it.
     */
    static boolean isReusableFor(long value) {
        long size = Math.abs(value);
        return size > LARGEST_CACHED_INT && size < ONE_DIGIT;
    }

    private static boolean hasOneDigit(long word) {
        long head = Memory.getLong(word, IntReads.HEAD);
        return Proved.TAGGED_INT ? (head & -TAG_OF_ONE_DIGIT) == TAG_OF_ONE_DIGIT : head == 1 || head == -1;
    }

    /** Writes a value into an {@code int} of one digit, in the proved layout. */
    private static void writeInt(long word, int value) {
        writeInt(word, value, Proved.TAGGED_INT);
    }

    /** Writes a value into an {@code int} of one digit, in a layout that is being proved. */
    static void writeInt(long word, int value, boolean tagged) {
        long sign = value >> 31; // 0 or -1
        long head = tagged ? TAG_OF_ONE_DIGIT - 2 * sign : 1 + 2 * sign;
        Memory.putLong(word + IntReads.HEAD, head);
        Memory.putInt(word + IntReads.DIGIT, Math.abs(value));
    }

    /** Writes a value into a {@code float}. */
    static void writeFloat(long word, double value) {
        Memory.putDouble(word + FloatReads.VALUE, value);
    }

    private static void setCountToOne(long word) {
        if (Proved.NARROW_COUNT) {
            Memory.putInt(word, 1);
        } else {
            Memory.putLong(word, 1);
        }
    }
}
