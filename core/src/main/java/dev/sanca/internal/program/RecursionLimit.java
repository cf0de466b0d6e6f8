package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.types.PyAny;

/**
 * Keeps {@code sys.setrecursionlimit} within what the stack of a thread has room for, for a Python that does not watch its
 * stack. A higher limit becomes the highest one, with a warning.
 */
public final class RecursionLimit {
    private RecursionLimit() {}

    /**
     * Replaces {@code sys.setrecursionlimit}.
     *
     * @param most the highest limit
     */
    public static void install(Python py, int most) {
        try (PyAny install = PythonSource.function(py, "recursion.py", "install")) {
            install.call(most).close();
        }
    }
}
