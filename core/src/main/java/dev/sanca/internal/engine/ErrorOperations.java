package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface ErrorOperations {
    /** A built-in exception, such as {@code TypeError}, as a Java exception to throw. */
    RuntimeException error(ThreadState state, String exception, String message);

    /** The {@code __cause__} of an exception, or the {@code __context__} unless suppressed, as a Java exception. */
    @Nullable
    Throwable cause(ThreadState state, long exception);

    /** Makes a Java exception the pending one of Python, for code that returns to Python by its own means. Throws nothing. */
    void raise(ThreadState state, Throwable error);
}
