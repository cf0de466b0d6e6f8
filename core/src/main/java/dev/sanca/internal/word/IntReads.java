package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;

/**
 * Values of small ints without a call. The word must be an {@code int} or an instance of a subclass, {@code bool} included,
 * or a tagged one: an immediate is compact, a handle is not.
 *
 * <p>Source: CPython's {@code longintrepr.h}.
 */
public final class IntReads {
    /** Offset of the signed size (up to 3.11) or of the tag (from 3.12 on). */
    static final long HEAD = 16;

    /** Offset of the lowest digit. */
    static final long DIGIT = 24;

    /** Tags below this are of ints with at most one digit: the size begins at bit 3. */
    static final long COMPACT_TAG = 16;

    /** No compact int: those have 30 bits, or 60 in a tagged word. */
    public static final long NOT_COMPACT = Long.MIN_VALUE;

    private IntReads() {}

    /** Whether {@link #compactInt} may be asked: the int has at most 30 bits and the layout is proved. */
    public static boolean isCompactInt(long word) {
        if (Word.isTagged(word)) {
            return Tagged.isInt(word);
        }
        if (Proved.TAGGED_INT) {
            return Long.compareUnsigned(Memory.getLong(word, HEAD), COMPACT_TAG) < 0;
        }
        return Proved.SIZED_INT && Long.compareUnsigned(Memory.getLong(word, HEAD) + 1, 2) <= 0;
    }

    /** The value of an int, or {@link #NOT_COMPACT} where {@link #isCompactInt} is false. */
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

    /** The value of an int for which {@link #isCompactInt} is true; meaningless for any other. */
    public static long compactInt(long word) {
        if (Word.isTagged(word)) {
            return Tagged.intValue(word);
        }
        long head = Memory.getLong(word, HEAD);
        long sign = Proved.TAGGED_INT ? 1 - (head & 3) : head;
        return sign * Memory.getInt(word, DIGIT);
    }
}
