package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;

/**
 * Ints of one digit and floats whose last count Java has given back, kept to be the next ones that Java makes: neither the end
 * of the one nor the beginning of the other takes a call.
 *
 * <p>An object without a count is known to nobody, so nobody sees its value change. Ints that Python itself keeps only once
 * are not made of others.
 *
 * <p><b>Thread:</b> attached. One at a time: nothing is proved of a Python without a GIL, and what is not proved is not kept.
 *
 * <p><b>Cost:</b> three stores; {@value #MOST} objects of 32 bytes for each of the two at most.
 */
public final class NumberFreeList {
    private static final int MOST = 64;

    /** Python has those up to 256 once, 3.15 up to 1,024. */
    private static final int MORE_THAN_KEPT = 1024;

    private static final int ONE_DIGIT = 1 << 30;
    private static final long TAG_OF_ONE_DIGIT = 8;

    private static final long[] INTS = new long[MOST];
    private static final long[] FLOATS = new long[MOST];
    private static int ints;
    private static int floats;

    private NumberFreeList() {}

    /** An int: a new count, or 0 if none is at hand or the value is none for it. */
    public static long newIntOrNull(long value) {
        int n = ints;
        if (n == 0 || !isMade(value)) {
            return 0;
        }
        long word = INTS[--n];
        ints = n;
        writeInt(word, (int) value);
        count(word);
        return word;
    }

    /** A float: a new count, or 0 if none is at hand. */
    public static long newFloatOrNull(double value) {
        int n = floats;
        if (n == 0) {
            return 0;
        }
        long word = FLOATS[--n];
        floats = n;
        writeFloat(word, value);
        count(word);
        return word;
    }

    /** Keeps an object that is exactly an int and has no count; or not. */
    static boolean keepInt(long word) {
        int n = ints;
        if (n == MOST || !Proved.NEW_INT || !hasOneDigit(word)) {
            return false;
        }
        INTS[n] = word;
        ints = n + 1;
        return true;
    }

    /** Keeps an object that is exactly a float and has no count; or not. */
    static boolean keepFloat(long word) {
        int n = floats;
        if (n == MOST || !Proved.NEW_FLOAT) {
            return false;
        }
        FLOATS[n] = word;
        floats = n + 1;
        return true;
    }

    /** Whether ints of this value are made of others. */
    static boolean isMade(long value) {
        long size = Math.abs(value);
        return size > MORE_THAN_KEPT && size < ONE_DIGIT;
    }

    private static boolean hasOneDigit(long word) {
        long head = Memory.getLong(word, IntReads.HEAD);
        return Proved.TAGGED_INT ? (head & -TAG_OF_ONE_DIGIT) == TAG_OF_ONE_DIGIT : head == 1 || head == -1;
    }

    /** Makes an int of one digit another one; the layout is that which was proved. */
    private static void writeInt(long word, int value) {
        writeInt(word, value, Proved.TAGGED_INT);
    }

    /** The same while the layout is being proved. */
    static void writeInt(long word, int value, boolean tagged) {
        long sign = value >> 31; // 0 or -1
        long head = tagged ? TAG_OF_ONE_DIGIT - 2 * sign : 1 + 2 * sign;
        Memory.putLong(word + IntReads.HEAD, head);
        Memory.putInt(word + IntReads.DIGIT, Math.abs(value));
    }

    /** Makes a float another one. */
    static void writeFloat(long word, double value) {
        Memory.putDouble(word + FloatReads.VALUE, value);
    }

    private static void count(long word) {
        if (Proved.NARROW_COUNT) {
            Memory.putInt(word, 1);
        } else {
            Memory.putLong(word, 1);
        }
    }
}
