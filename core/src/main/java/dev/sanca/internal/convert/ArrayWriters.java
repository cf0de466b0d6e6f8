package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.function.LongConsumer;

/**
 * Converts primitive arrays to Python: {@code byte[]} to {@code bytes}, the others to a writable {@code memoryview} of a copy,
 * with the format of the elements.
 *
 * <p><b>Cost:</b> one copy; {@code numpy.asarray} of the result makes no further copy.
 */
final class ArrayWriters {
    private ArrayWriters() {}

    /** Returns the writer of a class of primitive arrays. */
    static Writer of(Class<?> type) {
        if (type == byte[].class) {
            return Writer.of(byte[].class, (state, a) -> Operations.of(state).ofBytes(state, a));
        } else if (type == short[].class) {
            return Writer.of(
                    short[].class,
                    (state, a) -> make(state, "h", 2L * a.length, to -> Memory.copy(a, 0, to, a.length)));
        } else if (type == char[].class) {
            return Writer.of(
                    char[].class, (state, a) -> make(state, "H", 2L * a.length, to -> Memory.copy(a, 0, to, a.length)));
        } else if (type == int[].class) {
            return Writer.of(
                    int[].class, (state, a) -> make(state, "i", 4L * a.length, to -> Memory.copy(a, 0, to, a.length)));
        } else if (type == long[].class) {
            return Writer.of(
                    long[].class, (state, a) -> make(state, "q", 8L * a.length, to -> Memory.copy(a, 0, to, a.length)));
        } else if (type == float[].class) {
            return Writer.of(
                    float[].class,
                    (state, a) -> make(state, "f", 4L * a.length, to -> Memory.copy(a, 0, to, a.length)));
        } else if (type == double[].class) {
            return Writer.of(
                    double[].class,
                    (state, a) -> make(state, "d", 8L * a.length, to -> Memory.copy(a, 0, to, a.length)));
        }
        return Writer.of(
                boolean[].class,
                (state, a) -> make(state, "?", a.length, to -> Memory.copy(bytes(a), 0, to, a.length)));
    }

    private static byte[] bytes(boolean[] array) {
        byte[] bytes = new byte[array.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (array[i] ? 1 : 0);
        }
        return bytes;
    }

    /** Returns a {@code memoryview} of new memory, which the view owns. */
    static long make(ThreadState state, String format, long bytes, LongConsumer filler) {
        return cast(state, Operations.of(state).memoryView(state, bytes, filler), format);
    }

    /** Returns a view with elements of a format in place of bytes. Consumes the reference {@code view}. */
    static long cast(ThreadState state, long view, String format) {
        if (format.equals("B")) {
            return view;
        }
        try {
            return Operations.of(state).callMethod(state, view, "cast", format);
        } finally {
            Word.decref(view);
        }
    }
}
