package dev.sanca.cpython;

import dev.sanca.abi.StringReads;
import dev.sanca.abi.Word;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.object_h;
import dev.sanca.cpython.ffi.pymem_h;
import dev.sanca.cpython.ffi.unicodeobject_h;
import dev.sanca.own.ThreadState;
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

    private Strings() {}

    /** A new {@code str}, or 0 with a Python error. Cost: one copy. */
    public static long newString(String text) {
        int length = text.length();
        if (length > 1 && length <= SHORT && startsAscii(text)) { // CPython keeps those of 0 and 1 characters itself
            long word = newShort(text, length);
            if (word >= 0) {
                return word;
            }
        }
        return newLong(text);
    }

    /** A short ASCII string, written straight into its object: no garbage; -1 if it cannot be. */
    private static long newShort(String text, int length) {
        for (int i = LOOK_AT; i < length; i++) {
            if (text.charAt(i) > 0x7f) {
                return -1;
            }
        }
        long word = unicodeobject_h.PyUnicode_New(length, 0x7f);
        if (word == 0 || StringReads.asciiLength(word) != length) { // no memory, or an opaque layout
            Word.xdecref(word);
            return word == 0 ? 0 : -1;
        }
        StringReads.setFreshAscii(word, text);
        return word;
    }

    private static long newLong(String text) {
        if (startsAscii(text)) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (utf8.length == text.length() && !isReplaced(text, utf8)) {
                return unicodeobject_h.PyUnicode_FromKindAndData(UCS1, utf8, utf8.length);
            }
        }
        char[] chars = text.toCharArray();
        if (hasSurrogates(chars)) {
            int[] points = text.codePoints().toArray();
            return unicodeobject_h.PyUnicode_FromKindAndData(UCS4, points, points.length);
        }
        return unicodeobject_h.PyUnicode_FromKindAndData(UCS2, chars, chars.length);
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

    private static boolean hasSurrogates(char[] chars) {
        for (char c : chars) {
            if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** The text of a borrowed {@code str} or subclass. Cost: one copy for ASCII, else two. */
    public static String toJava(ThreadState state, long word) {
        long length = StringReads.asciiLength(word);
        if (length >= 0) {
            byte[] bytes = new byte[Math.toIntExact(length)];
            StringReads.copyAscii(word, bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return switch (StringReads.compactKind(word)) {
            case UCS1 -> ofLatin1(word);
            case UCS2 -> ofUcs2(word);
            default -> ofUcs4(state, word);
        };
    }

    private static String ofLatin1(long word) {
        byte[] bytes = new byte[Math.toIntExact(StringReads.compactLength(word))];
        StringReads.copyCompact(word, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String ofUcs2(long word) {
        char[] chars = new char[Math.toIntExact(StringReads.compactLength(word))];
        StringReads.copyCompact(word, chars);
        return new String(chars);
    }

    private static String ofUcs4(ThreadState state, long word) {
        long length = unicodeobject_h.PyUnicode_GetLength(word);
        if (length < 0) {
            throw Errors.pending(state);
        }
        int[] points = new int[Math.toIntExact(length)];
        long buffer = unicodeobject_h.PyUnicode_AsUCS4Copy(word);
        if (buffer == 0) {
            throw Errors.pending(state);
        }
        Memory.copy(buffer, points, 0, points.length);
        pymem_h.PyMem_Free(buffer);
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
            Errors.clear();
            return null;
        } catch (StackOverflowError e) {
            return null;
        }
    }

    /** {@code repr(object)} of a borrowed word. */
    public static String repr(ThreadState state, long word) {
        return taken(state, object_h.PyObject_Repr(word));
    }

    private static String taken(ThreadState state, long text) {
        Errors.check(state, text);
        try {
            return toJava(state, text);
        } finally {
            Word.decref(text);
        }
    }
}
