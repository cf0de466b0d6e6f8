package dev.sanca.internal.cpython;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyCFunction;

/**
 * Goes once, when Python starts, each way on which a thread gets at Python and leaves it: attach, detach, a call from Python.
 *
 * <p>What the JVM does when code runs for the first time, it does where there is stack enough: a call of a method handle is
 * linked, a class is loaded and initialised. See {@link ClassInitialization}, which initialises what these ways meet only when
 * something fails.
 */
final class WarmUp {
    private WarmUp() {}

    /** Rehearses. The thread is not attached; an error is that of a later, real attach. */
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
            // no memory, or a Python that does not work: whoever attaches will know
        }
    }
}
