package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.StringReads;
import dev.sanca.internal.word.Word;
import java.nio.charset.StandardCharsets;

/**
 * Makes Python strings of Java strings. A pair of surrogates in Java is one character in Python; a lone surrogate stays one.
 */
public final class Strings {
    private static final int UCS1 = 1;

    private static final int UCS2 = 2;

    private static final int UCS4 = 4;

    private static final int LOOK_AT = 16;

    private static final int SHORT = 32;

    private Strings() {}

    /** Returns a new {@code str}; 0 with a Python error set. Cost: one copy, two if the text is not ASCII. */
    public static long newString(String text) {
        long word = newShort(text);
        return word >= 0 ? word : newLong(text, new char[text.length()]);
    }

    /** Returns what {@link #newString(String)} returns; texts of up to a few thousand characters allocate nothing in Java. */
    static long newString(ThreadState state, String text) {
        long word = newShort(text);
        return word >= 0 ? word : newLong(text, state.scratch().chars(text.length()));
    }

    /**
     * Returns a new {@code str} of a short ASCII text, which is written into the object directly and allocates nothing in Java; -1 if the
     * text is not such a one. CPython has the texts of 0 and 1 characters already.
     */
    private static long newShort(String text) {
        int length = text.length();
        if (length < 2 || length > SHORT || text.charAt(0) > 0x7f) {
            return -1;
        }
        long word = unicodeobject_h.PyUnicode_New(length, 0x7f);
        if (word == 0) {
            return 0;
        }
        if (StringReads.asciiLength(word) == length && StringReads.setFreshAscii(word, text) <= 0x7f) {
            return word;
        }
        Word.decref(word); // the text is not ASCII, or the layout is opaque
        return -1;
    }

    /** Returns a new {@code str} of any text, by an array that is large enough. */
    private static long newLong(String text, char[] room) {
        if (startsAscii(text)) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (utf8.length == text.length() && !isReplaced(text, utf8)) {
                return unicodeobject_h.PyUnicode_FromKindAndData(UCS1, utf8, utf8.length);
            }
        }
        int length = text.length();
        text.getChars(0, length, room, 0);
        long word = newUcs2(room, length);
        if (word >= 0) {
            return word;
        }
        if (hasSurrogates(room, length)) {
            int[] points = text.codePoints().toArray();
            return unicodeobject_h.PyUnicode_FromKindAndData(UCS4, points, points.length);
        }
        return unicodeobject_h.PyUnicode_FromKindAndData(UCS2, room, length);
    }

    /**
     * Returns a new {@code str} of two bytes for each character, copied into the object directly; 0 with a Python error set; -1 if Python
     * would store the text in another way.
     */
    private static long newUcs2(char[] chars, int length) {
        long word = unicodeobject_h.PyUnicode_New(length, 0xffff);
        if (word == 0) {
            return 0;
        }
        if (StringReads.compactKind(word) == UCS2) {
            int bits = StringReads.setFreshUcs2(word, chars, length);
            boolean mayBeSurrogates = (bits & Character.MIN_SURROGATE) == Character.MIN_SURROGATE;
            if (bits > 0xff && !(mayBeSurrogates && hasSurrogates(chars, length))) {
                return word;
            }
        }
        Word.decref(word);
        return -1;
    }

    /** Returns whether the encoder has replaced a lone surrogate by a question mark. */
    private static boolean isReplaced(String text, byte[] ascii) {
        for (int i = 0; i < ascii.length; i++) {
            if (ascii[i] == '?' && text.charAt(i) != '?') {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a text may be ASCII: a guess by some of its characters, which saves most other texts a failed attempt. */
    private static boolean startsAscii(String text) {
        for (int i = Math.min(LOOK_AT, text.length()) - 1; i >= 0; i--) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasSurrogates(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(chars[i])) {
                return true;
            }
        }
        return false;
    }
}
