package dev.sanca.internal.cpython;

import dev.sanca.PythonException;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pymem_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.StringReads;
import dev.sanca.internal.word.Word;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Java strings to Python's and back.
 *
 * <p>A pair of surrogates in Java is one character in Python; a lone surrogate survives both ways.
 */
public final class Strings {
    private static final int UCS1 = 1;
    private static final int UCS2 = 2;
    private static final int UCS4 = 4;
    private static final int LOOK_AT = 16;
    private static final int SHORT = 32;

    /** Characters of Latin-1, and units of UTF-16, that a Java string can have: each in one array of bytes. */
    private static final int MOST_LATIN1 = Integer.MAX_VALUE - 8;

    private static final int MOST_UTF16 = MOST_LATIN1 / 2;

    private Strings() {}

    /** A new {@code str}, or 0 with a Python error. Cost: one copy, two if it is not ASCII. */
    public static long newString(String text) {
        long word = newShort(text);
        return word >= 0 ? word : newLong(text, new char[text.length()]);
    }

    /** As {@link #newString(String)}, without garbage for texts of a few thousand characters. */
    static long newString(ThreadState state, String text) {
        long word = newShort(text);
        return word >= 0 ? word : newLong(text, state.scratch().chars(text.length()));
    }

    /**
     * A short ASCII text, written straight into its object: no garbage; -1 if it is none. CPython itself keeps those of 0
     * and 1 characters.
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
        Word.decref(word); // no ASCII after all, or an opaque layout
        return -1;
    }

    /** Any text, through an array with room for it. */
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
     * A string of two bytes for each character, copied straight into its object; 0 with a Python error, -1 if Python would
     * hold it in another way.
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

    /** Whether the encoder has put a question mark for a lone surrogate. */
    private static boolean isReplaced(String text, byte[] ascii) {
        for (int i = 0; i < ascii.length; i++) {
            if (ascii[i] == '?' && text.charAt(i) != '?') {
                return true;
            }
        }
        return false;
    }

    /** A guess that spares most other strings the encoding. */
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

    /** The text of a borrowed {@code str} or subclass. Cost: one copy for ASCII, else two. */
    public static String toJava(ThreadState state, long word) {
        long length = StringReads.asciiLength(word);
        if (length >= 0) {
            byte[] bytes = new byte[length(state, length, length, MOST_LATIN1)];
            StringReads.copyAscii(word, bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return switch (StringReads.compactKind(word)) {
            case UCS1 -> ofLatin1(state, word);
            case UCS2 -> ofUcs2(state, word);
            default -> ofUcs4(state, word);
        };
    }

    /**
     * The length of a Java string.
     *
     * @param characters those of the {@code str}, for the message
     * @param units those of the Java string
     */
    static int length(ThreadState state, long characters, long units, int most) {
        if (units > most) {
            throw PythonErrors.of(
                    state,
                    "PyExc_OverflowError",
                    "a str of " + characters + " characters is too long for a Java String, which has at most "
                            + MOST_LATIN1 + " characters up to U+00FF, or " + MOST_UTF16
                            + " units of UTF-16. Take slices of it, such as s[:1000000], in Python");
        }
        return (int) units;
    }

    private static String ofLatin1(ThreadState state, long word) {
        long length = StringReads.compactLength(word);
        byte[] bytes = new byte[length(state, length, length, MOST_LATIN1)];
        StringReads.copyCompact(word, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String ofUcs2(ThreadState state, long word) {
        long characters = StringReads.compactLength(word);
        int length = length(state, characters, characters, MOST_UTF16);
        char[] chars = state.scratch().chars(length);
        StringReads.copyCompact(word, chars, length);
        return new String(chars, 0, length);
    }

    private static String ofUcs4(ThreadState state, long word) {
        long length = unicodeobject_h.PyUnicode_GetLength(word);
        if (length < 0) {
            throw PythonErrors.pending(state);
        }
        int[] points = new int[length(state, length, length, MOST_LATIN1)];
        long buffer = unicodeobject_h.PyUnicode_AsUCS4Copy(word);
        if (buffer == 0) {
            throw PythonErrors.pending(state);
        }
        try {
            Memory.copy(buffer, points, 0, points.length);
        } finally {
            pymem_h.PyMem_Free(buffer);
        }
        return ofCodePoints(state, points);
    }

    private static String ofCodePoints(ThreadState state, int[] points) {
        int highest = 0;
        long units = points.length;
        for (int point : points) {
            highest |= point;
            units += point >>> 16 == 0 ? 0 : 1;
        }
        length(state, points.length, units, highest <= 0xff ? MOST_LATIN1 : MOST_UTF16);
        return new String(points, 0, points.length);
    }

    /** {@code str(object)} of a borrowed word. */
    public static String str(ThreadState state, long word) {
        return taken(state, object_h.PyObject_Str(word));
    }

    /** {@code str(object)} of a borrowed word; null, and no exception, if that fails. */
    static @Nullable String strOrNull(ThreadState state, long word) {
        try {
            long text = object_h.PyObject_Str(word);
            if (text != 0) {
                return taken(state, text);
            }
            PythonErrors.clear();
            return null;
        } catch (PythonException | StackOverflowError e) { // a text too long for Java
            return null;
        }
    }

    /** {@code repr(object)} of a borrowed word. */
    public static String repr(ThreadState state, long word) {
        return taken(state, object_h.PyObject_Repr(word));
    }

    private static String taken(ThreadState state, long text) {
        PythonErrors.check(state, text);
        try {
            return toJava(state, text);
        } finally {
            Word.decref(text);
        }
    }
}
