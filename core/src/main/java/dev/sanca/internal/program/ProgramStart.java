package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.types.PyAny;

/** Gives a Python that has just started what its program has for it. */
public final class ProgramStart {
    private ProgramStart() {}

    /**
     * Installs the program's modules, arguments and streams.
     *
     * @param py a token of the thread that starts Python
     * @param isCPython whether the start of Python has applied the filters of warnings
     * @throws dev.sanca.PythonException if Python's standard library does not work
     */
    public static void run(Python py, PythonConfig config, boolean isCPython) {
        try (PyAny sys = py.importModule("sys")) {
            if (!config.argv().isEmpty()) {
                sys.setAttr("argv", PythonSource.texts(py, config.argv()));
            }
            if (!isCPython && !config.warnings().isEmpty()) {
                sys.getAttr("warnoptions").callMethod("extend", PythonSource.texts(py, config.warnings()));
                py.importModule("warnings").callMethod("_processoptions", PythonSource.texts(py, config.warnings()));
            }
            ProgramModules.install(py);
            StandardStreams.install(py, config);
        }
    }
}
