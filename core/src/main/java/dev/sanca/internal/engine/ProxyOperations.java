package dev.sanca.internal.engine;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Java functions and Java objects as objects of Python.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface ProxyOperations {
    /** Returns a new Python callable that calls a Java function. */
    long function(ThreadState state, String name, PythonFunctionBody body);

    /** Returns a new Python object that stands for a Java object, see {@link dev.sanca.spi.PythonRuntime#javaObject}. */
    long proxy(ThreadState state, Object object);

    /** Returns the Java object that a proxy stands for, or null for any other object. */
    @Nullable
    Object unwrapOrNull(ThreadState state, long word);
}
