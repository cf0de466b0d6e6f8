package dev.sanca.abi;

import dev.sanca.cpython.ffi.Memory;

/**
 * Characters of strings without a call. The word must be a {@code str} or an instance of a subclass.
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
    static long asciiAddress(long word) {
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
    static long compactAddress(long word) {
        boolean ascii = (Memory.getInt(word, STATE) & Proved.COMPACT_ASCII) == Proved.COMPACT_ASCII;
        return word + (ascii ? Proved.ASCII_DATA : Proved.COMPACT_DATA);
    }

    /** Copies as many characters as there are bytes, from a string whose {@link #asciiLength} is not negative. */
    public static void copyAscii(long word, byte[] to) {
        Memory.copy(asciiAddress(word), to, 0, to.length);
    }

    /** Copies as many characters as there are bytes, from a string whose {@link #compactKind} is 1. */
    public static void copyCompact(long word, byte[] to) {
        Memory.copy(compactAddress(word), to, 0, to.length);
    }

    /** Copies as many characters, from a string whose {@link #compactKind} is 2. */
    public static void copyCompact(long word, char[] to) {
        Memory.copy(compactAddress(word), to, 0, to.length);
    }

    /** Fills a string just made by {@code PyUnicode_New}, whose {@link #asciiLength} is that of the ASCII text. */
    public static void setFreshAscii(long word, String text) {
        long characters = asciiAddress(word);
        for (int i = 0; i < text.length(); i++) {
            Memory.putByte(characters + i, (byte) text.charAt(i));
        }
    }
}
