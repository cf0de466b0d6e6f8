package dev.sanca.testing;

import dev.sanca.Python;
import dev.sanca.internal.cpython.CPython;
import dev.sanca.internal.ffi.LibPython;

/**
 * Lets functions, classes and modules die on a free-threaded CPython 3.13, which otherwise makes each of them immortal, with
 * all that it refers to, as soon as there is a second thread. CPython's own tests switch that off in this way; 3.14 does not
 * do it any more.
 */
final class Immortals {
    private static boolean prevented;

    private Immortals() {}

    /** Once Python runs, once. */
    static synchronized void prevent() {
        if (!prevented && CPython.isRunning()) {
            Python.tryAttach().ifPresent(py -> {
                try (py) {
                    if (LibPython.isFreeThreaded() && !LibPython.isAtLeast(3, 14)) {
                        py.importModule("_testinternalcapi")
                                .callMethod("suppress_immortalization", true)
                                .close();
                    }
                    prevented = true;
                }
            });
        }
    }
}
