package dev.sanca.internal.cpython;

import dev.sanca.PythonException;
import dev.sanca.internal.engine.TextOperations;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.bytesobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pymem_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.StringReads;
import dev.sanca.internal.word.Word;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Strings and bytes, and the text of any object.
 *
 * <p><b>Source:</b> {@code Include/unicodeobject.h}, {@code Include/bytesobject.h}.
 */
interface CPythonText extends TextOperations {
    /** The most Latin-1 characters that a Java string can have: its array of bytes has one for each. */
    int MOST_LATIN1 = Integer.MAX_VALUE - 8;

    /** The most UTF-16 units that a Java string can have: two bytes for each. */
    int MOST_UTF16 = MOST_LATIN1 / 2;

    @Override
    default long ofString(ThreadState state, String value) {
        return PythonErrors.check(state, Strings.newString(state, value));
    }

    @Override
    default String asString(ThreadState state, long word) {
        long length = StringReads.asciiLength(word);
        if (length >= 0) {
            byte[] bytes = new byte[length(state, length, length, MOST_LATIN1)];
            StringReads.copyAscii(word, bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return switch (StringReads.compactKind(word)) { // bytes for each character
            case 1 -> ofLatin1(state, word);
            case 2 -> ofUcs2(state, word);
            default -> ofUcs4(state, word);
        };
    }

    @Override
    default long ofBytes(ThreadState state, byte[] value) {
        return PythonErrors.check(state, bytesobject_h.PyBytes_FromStringAndSize(value, value.length));
    }

    @Override
    default String str(ThreadState state, long word) {
        return taken(state, object_h.PyObject_Str(word));
    }

    @Override
    default @Nullable String strOrNull(ThreadState state, long word) {
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

    @Override
    default String repr(ThreadState state, long word) {
        return taken(state, object_h.PyObject_Repr(word));
    }

    /**
     * Returns the length of the Java string for a {@code str}.
     *
     * @param characters how many characters the {@code str} has, for the message
     * @param units how many UTF-16 units the Java string has
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

    private String taken(ThreadState state, long text) {
        PythonErrors.check(state, text);
        try {
            return asString(state, text);
        } finally {
            Word.decref(text);
        }
    }
}
