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

    /** A module of source code, entered into {@code sys.modules}; not entered if running it fails. */
    long moduleFromCode(ThreadState state, String source, String fileName, String name);

    /** {@code compile(source, fileName, mode)}; {@code mode} is {@code exec}, {@code eval} or {@code single}. */
    long compile(ThreadState state, String source, String fileName, String mode);

    /** Evaluates compiled code; 0 for {@code globals} is those of {@code __main__}, 0 for {@code locals} the globals. */
    long evaluate(ThreadState state, long code, long globals, long locals);

    /** Runs pending signal handlers of Python. */
    void checkSignals(ThreadState state);
}
