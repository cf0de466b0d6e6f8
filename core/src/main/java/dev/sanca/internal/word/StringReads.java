package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;

/**
 * Reads and fills strings inline. A word must be a {@code str} or an instance of a subclass.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Source:</b> PEP 393.
 */
public final class StringReads {
    /** The offset of the bits that tell the kind. */
    static final long STATE = 32;

    private StringReads() {}

    /**
     * Returns the length of a compact ASCII string, or -1 for any other string and wherever the layout is opaque.
     * {@code PyUnicode_AsUTF8AndSize} reads such a string.
     */
    public static long asciiLength(long word) {
        if (Proved.STRING && (Memory.getInt(word, STATE) & Proved.COMPACT_ASCII) == Proved.COMPACT_ASCII) {
            return Memory.getLong(word, SequenceReads.SIZE);
        }
        return -1;
    }

    /** Returns the address of the characters, one byte each, of a string whose {@link #asciiLength} is not negative. */
    static long asciiAddress(long word) {
        return word + Proved.ASCII_DATA;
    }

    /**
     * Returns the number of bytes for each character (1, 2 or 4) of a compact string, ASCII or not. Returns 0 for an
     * instance of a subclass and wherever the layout is opaque.
     */
    public static int compactKind(long word) {
        if (!Proved.STRING) {
            return 0;
        }
        int state = Memory.getInt(word, STATE);
        return (state & Proved.COMPACT) != 0 ? state >>> Proved.KIND_SHIFT & 7 : 0;
    }

    /** Returns the number of characters (code points) of a string whose {@link #compactKind} is not 0. */
    public static long compactLength(long word) {
        return Memory.getLong(word, SequenceReads.SIZE);
    }

    /** Returns the address of the characters of a string whose {@link #compactKind} is not 0. */
    static long compactAddress(long word) {
        boolean ascii = (Memory.getInt(word, STATE) & Proved.COMPACT_ASCII) == Proved.COMPACT_ASCII;
        return word + (ascii ? Proved.ASCII_DATA : Proved.COMPACT_DATA);
    }

    /** Copies {@code to.length} characters from a string whose {@link #asciiLength} is not negative. */
    public static void copyAscii(long word, byte[] to) {
        Memory.copy(asciiAddress(word), to, 0, to.length);
    }

    /** Copies {@code to.length} characters from a string whose {@link #compactKind} is 1. */
    public static void copyCompact(long word, byte[] to) {
        Memory.copy(compactAddress(word), to, 0, to.length);
    }

    /** Copies all characters, {@code length} of them, from a string whose {@link #compactKind} is 2. */
    public static void copyCompact(long word, char[] to, int length) {
        Memory.copy(compactAddress(word), to, 0, length);
    }

    /**
     * Fills a string just created by {@code PyUnicode_New} whose {@link #asciiLength} is the length of the text.
     *
     * @return the bitwise or of all characters; the string is valid only if that is ASCII
     */
    public static int setFreshAscii(long word, String text) {
        long characters = asciiAddress(word);
        int length = text.length();
        int all = 0;
        int i = 0;
        for (; i <= length - 4; i += 4) { // a store of one byte costs as much as one of four
            int a = text.charAt(i);
            int b = text.charAt(i + 1);
            int c = text.charAt(i + 2);
            int d = text.charAt(i + 3);
            all |= a | b | c | d;
            Memory.putInt(characters + i, a | b << 8 | c << 16 | d << 24);
        }
        for (; i < length; i++) {
            all |= text.charAt(i);
            Memory.putByte(characters + i, (byte) text.charAt(i));
        }
        return all;
    }

    /**
     * Fills a string just created by {@code PyUnicode_New} whose {@link #compactKind} is 2.
     *
     * @return the bitwise or of all characters
     */
    public static int setFreshUcs2(long word, char[] text, int length) {
        long characters = compactAddress(word);
        Memory.copy(text, 0, characters, length);
        long a = 0;
        long b = 0;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            long at = characters + 2L * i;
            a |= Memory.getLong(at);
            b |= Memory.getLong(at + 8);
        }
        a |= b;
        a |= a >>> 32;
        int all = (int) (a | a >>> 16) & 0xffff;
        for (; i < length; i++) {
            all |= text[i];
        }
        return all;
    }
}
