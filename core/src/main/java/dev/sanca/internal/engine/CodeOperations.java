package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;

/**
 * Modules and source code.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface CodeOperations {
    /** {@code importlib.import_module(name)}. */
    long importModule(ThreadState state, String name);

    /** Returns a module made of source code. It is in {@code sys.modules}, unless running the code fails. */
    long moduleFromCode(ThreadState state, String source, String fileName, String name);

    /** {@code compile(source, fileName, mode)}; {@code mode} is {@code exec}, {@code eval} or {@code single}. */
    long compile(ThreadState state, String source, String fileName, String mode);

    /**
     * Evaluates compiled code. For {@code globals}, 0 means those of {@code __main__}; for {@code locals}, 0 means the
     * globals.
     */
    long evaluate(ThreadState state, long code, long globals, long locals);

    /** Runs pending signal handlers of Python. */
    void checkSignals(ThreadState state);
}
