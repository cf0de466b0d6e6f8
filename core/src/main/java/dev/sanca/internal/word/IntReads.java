package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;

/**
 * Reads the values of small ints inline. A word must be an {@code int} or an instance of a subclass, {@code bool}
 * included, or an immediate int. A handle is never compact.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Source:</b> CPython's {@code Include/cpython/longintrepr.h}.
 */
public final class IntReads {
    /** The offset of the signed number of digits (up to 3.11) or of the tag (from 3.12 on). */
    static final long HEAD = 16;

    /** The offset of the lowest digit. */
    static final long DIGIT = 24;

    /** A tag below this belongs to an int with at most one digit: the number of digits begins at bit 3. */
    static final long COMPACT_TAG = 16;

    /**
     * Stands for an int that is not compact. No compact int has this value: compact ints have 30 bits, immediates 60.
     */
    public static final long NOT_COMPACT = Long.MIN_VALUE;

    private IntReads() {}

    /** Returns whether {@link #compactInt} can read an int: it has at most 30 bits, and the layout is proved. */
    public static boolean isCompactInt(long word) {
        if (Word.isTagged(word)) {
            return Tagged.isInt(word);
        }
        if (Proved.TAGGED_INT) {
            return Long.compareUnsigned(Memory.getLong(word, HEAD), COMPACT_TAG) < 0;
        }
        return Proved.SIZED_INT && Long.compareUnsigned(Memory.getLong(word, HEAD) + 1, 2) <= 0;
    }

    /** Returns the value of an int, or {@link #NOT_COMPACT} if {@link #isCompactInt} is false. */
    public static long compactIntOrNot(long word) {
        if ((word & 3) != 0) {
            return Tagged.isInt(word) ? Tagged.intValue(word) : NOT_COMPACT;
        }
        long head = Memory.getLong(word, HEAD);
        if (Proved.TAGGED_INT) {
            return Long.compareUnsigned(head, COMPACT_TAG) < 0
                    ? (1 - (head & 3)) * Memory.getInt(word, DIGIT)
                    : NOT_COMPACT;
        }
        return Proved.SIZED_INT && Long.compareUnsigned(head + 1, 2) <= 0
                ? head * Memory.getInt(word, DIGIT)
                : NOT_COMPACT;
    }

    /** Returns the value of an int for which {@link #isCompactInt} is true, and an unspecified value for any other. */
    public static long compactInt(long word) {
        if (Word.isTagged(word)) {
            return Tagged.intValue(word);
        }
        long head = Memory.getLong(word, HEAD);
        long sign = Proved.TAGGED_INT ? 1 - (head & 3) : head;
        return sign * Memory.getInt(word, DIGIT);
    }
}
