package dev.sanca.abi;

import dev.sanca.cpython.ffi.Memory;

/**
 * Characters of strings without a call. The word must be a {@code str} or an instance of a subclass.
 *
 * <p>The addresses are borrowed from the string, whose characters never change.
 *
 * <p>Source: PEP 393.
 */
public final class StringReads {
    /** Offset of the bits that tell the kind. */
    static final long STATE = 32;

    private StringReads() {}

    /**
     * Length of a compact ASCII string; -1 for any other, and always where the layout is opaque: ask
     * {@code PyUnicode_AsUTF8AndSize} then.
     */
    public static long asciiLength(long word) {
        if (Proved.STRING && (Memory.getInt(word, STATE) & Proved.COMPACT_ASCII) == Proved.COMPACT_ASCII) {
            return Memory.getLong(word, SequenceReads.SIZE);
        }
        return -1;
    }

    /** Address of the characters, one byte each, of a string whose {@link #asciiLength} is not negative. */
    public static long asciiAddress(long word) {
        return word + Proved.ASCII_DATA;
    }

    /**
     * Bytes for each character (1, 2 or 4) of any compact string, ASCII or not; 0 for an instance of a subclass, and always
     * where the layout is opaque.
     */
    public static int compactKind(long word) {
        if (!Proved.STRING) {
            return 0;
        }
        int state = Memory.getInt(word, STATE);
        return (state & Proved.COMPACT) != 0 ? state >>> Proved.KIND_SHIFT & 7 : 0;
    }

    /** Characters (code points) of a string whose {@link #compactKind} is not 0. */
    public static long compactLength(long word) {
        return Memory.getLong(word, SequenceReads.SIZE);
    }

    /** Address of the characters of a string whose {@link #compactKind} is not 0. */
    public static long compactAddress(long word) {
        boolean ascii = (Memory.getInt(word, STATE) & Proved.COMPACT_ASCII) == Proved.COMPACT_ASCII;
        return word + (ascii ? Proved.ASCII_DATA : Proved.COMPACT_DATA);
    }
}
