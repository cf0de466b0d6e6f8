package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/** Reads attributes and method results of Python objects as Java values. */
final class Attributes {
    private Attributes() {}

    /** Returns {@code object.name}, which must be an integer. */
    static int integer(ThreadState state, long object, String name) {
        long value = Operations.of(state).getAttr(state, object, name);
        try {
            return (int) Numbers.toRange(state, value, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
        } finally {
            Word.decref(value);
        }
    }

    /** Returns {@code object.name}; null if there is no such attribute, or if it is not a {@code str}. */
    static @Nullable String textOrNull(ThreadState state, long object, String name) {
        if (!Operations.of(state).hasAttr(state, object, name)) {
            return null;
        }
        long value = Operations.of(state).getAttr(state, object, name);
        try {
            return TypeReads.isString(value) ? ScalarReaders.string(state, value) : null;
        } finally {
            Word.decref(value);
        }
    }

    /** Reads a borrowed object. */
    @FunctionalInterface
    interface Of<R extends @Nullable Object> {
        /** Returns the Java value. */
        R read(ThreadState state, long word);
    }

    /** Returns {@code object.name}, converted by a reader. */
    static <R extends @Nullable Object> R attribute(ThreadState state, long object, String name, Of<R> reader) {
        return readAndDecref(state, Operations.of(state).getAttr(state, object, name), reader);
    }

    /** Calls the method {@code object.name} and returns its result, converted by a reader. */
    static <R extends @Nullable Object> R result(
            ThreadState state, long object, String name, Of<R> reader, @Nullable Object... arguments) {
        return readAndDecref(state, Operations.of(state).callMethod(state, object, name, arguments), reader);
    }

    /** Converts an object by a reader, and decrements its count. */
    static <R extends @Nullable Object> R readAndDecref(ThreadState state, long word, Of<R> reader) {
        try {
            return reader.read(state, word);
        } finally {
            Word.decref(word);
        }
    }
}
