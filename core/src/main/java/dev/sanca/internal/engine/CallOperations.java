package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Calls. An argument is a reference, or a Java value that the call converts; a {@link dev.sanca.Kwargs} as the last argument is
 * keyword arguments.
 *
 * <p>An implementation may have a faster way for few arguments than by an array, and overrides those methods then.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface CallOperations {
    /** {@code callable(…)}. */
    long call(ThreadState state, long callable, @Nullable Object @Nullable [] arguments);

    /** {@code callable()}. */
    default long call(ThreadState state, long callable) {
        return call(state, callable, new @Nullable Object[0]);
    }

    /** {@code callable(a)}. */
    default long call(ThreadState state, long callable, @Nullable Object a) {
        return call(state, callable, new @Nullable Object[] {a});
    }

    /** {@code callable(a, b)}. */
    default long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b) {
        return call(state, callable, new @Nullable Object[] {a, b});
    }

    /** {@code callable(a, b, c)}. */
    default long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return call(state, callable, new @Nullable Object[] {a, b, c});
    }

    /** {@code object.name(…)}. */
    long callMethod(ThreadState state, long object, String name, @Nullable Object @Nullable [] arguments);

    /** {@code object.name()}. */
    default long callMethod(ThreadState state, long object, String name) {
        return callMethod(state, object, name, new @Nullable Object[0]);
    }

    /** {@code object.name(a)}. */
    default long callMethod(ThreadState state, long object, String name, @Nullable Object a) {
        return callMethod(state, object, name, new @Nullable Object[] {a});
    }

    /** {@code object.name(a, b)}. */
    default long callMethod(ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b) {
        return callMethod(state, object, name, new @Nullable Object[] {a, b});
    }

    /** {@code object.name(a, b, c)}. */
    default long callMethod(
            ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return callMethod(state, object, name, new @Nullable Object[] {a, b, c});
    }

    /** {@code callable(*words)}. */
    long callWords(ThreadState state, long callable, long... words);
}
