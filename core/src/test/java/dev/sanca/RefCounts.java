package dev.sanca;

import dev.sanca.types.PyAny;
import dev.sanca.types.PyModule;

/** The counts of Python objects, for tests to compare. */
public final class RefCounts {
    private RefCounts() {}

    /** {@code sys.getrefcount(object)}, which counts itself in: compare only with another of these. */
    public static long of(Python py, PyAny object) {
        py.run("pass"); // without a GIL, counts that other threads decremented are added up when the object's own
        // thread runs
        // code
        try (PyModule sys = py.importModule("sys");
                PyAny count = sys.callMethod("getrefcount", object)) {
            return count.asLong();
        }
    }
}
