package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface ErrorOperations {
    /** Returns a built-in exception, such as {@code TypeError}, as a Java exception for the caller to throw. */
    RuntimeException error(ThreadState state, String exception, String message);

    /**
     * Returns the {@code __cause__} of an exception, or its {@code __context__} unless suppressed, as a Java exception;
     * null if none.
     */
    @Nullable
    Throwable cause(ThreadState state, long exception);

    /**
     * Returns the Java exception for an instance of {@code BaseException}: the one of Java that it stands for, or a {@code PythonException}.
     */
    Throwable toJava(ThreadState state, long exception);

    /**
     * Sets a Java exception as the pending error of Python, for code that then returns to Python by itself.
     *
     * @throws IllegalStateException if the runtime has no error indicator that Java could set; it throws nothing else
     */
    void raise(ThreadState state, Throwable error);

    /**
     * Returns the command that installs a package for this Python, without the name of the package; empty if there is none.
     * Any thread.
     */
    String installCommand();
}
