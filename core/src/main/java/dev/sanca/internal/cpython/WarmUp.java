package dev.sanca.internal.cpython;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyCFunction;

/**
 * Runs each way into and out of Python once, when Python starts: attach, detach, a call from Python.
 *
 * <p>When code runs for the first time, the JVM links method handles, and loads and initialises classes. Here that happens
 * where there is enough stack. See {@link ClassInitialization} for the classes that are needed only when something fails.
 */
final class WarmUp {
    private WarmUp() {}

    /** Runs the warm-up. The thread is not attached. An error is ignored: a later attach meets it again and reports it. */
    static void run() {
        try {
            try (Python py = Python.attach(CPythonRuntime.INSTANCE)) {
                py.detach(() -> Python.attach(
                        CPythonRuntime.INSTANCE, inner -> inner.of("x").isTruthy()));
                try (PyCFunction function = py.function("f", (inner, arguments, keywords) -> null)) {
                    Py.of(function.call()).close();
                }
            }
        } catch (RuntimeException | Error e) {
            // no memory, or a Python that does not work: the next attach reports it
        }
    }
}
