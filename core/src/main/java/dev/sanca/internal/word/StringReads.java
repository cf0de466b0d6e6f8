package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;

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

    /** Copies all characters, {@code length} of them, from a string whose {@link #compactKind} is 2. */
    public static void copyCompact(long word, char[] to, int length) {
        Memory.copy(compactAddress(word), to, 0, length);
    }

    /**
     * Fills a string just made by {@code PyUnicode_New}, whose {@link #asciiLength} is that of the text.
     *
     * @return the bits that at least one of the characters has: it is a string only if that is ASCII
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
     * Fills a string just made by {@code PyUnicode_New}, whose {@link #compactKind} is 2, with all its characters.
     *
     * @return the bits that at least one of the characters has
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
