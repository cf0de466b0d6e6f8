package dev.sanca.internal.cpython;

import dev.sanca.PythonConfigException;
import dev.sanca.internal.discovery.DiscoveredPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.initconfig_h;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.internal.ffi.pythonrun_h;
import java.nio.file.Path;

/**
 * Initialises CPython as its executable does, except for signal handlers: signals stay with the JVM.
 *
 * <p><b>Source:</b> PEP 741 for 3.14 and later, PEP 587's compatible configuration before.
 */
final class Initialization {
    private Initialization() {}

    static void run(DiscoveredPython interpreter) {
        if (initconfig_h.HAS_PyInitConfig_Create) {
            withConfig(interpreter);
        } else {
            // Both strings must live as long as the interpreter.
            pylifecycle_h.Py_SetProgramName(
                    Memory.newWideString(interpreter.executable().toString()));
            Path home = interpreter.home();
            if (home != null) {
                pylifecycle_h.Py_SetPythonHome(Memory.newWideString(home.toString()));
            }
            pylifecycle_h.Py_InitializeEx(0);
        }
    }

    private static void withConfig(DiscoveredPython interpreter) {
        long config = initconfig_h.PyInitConfig_Create();
        try {
            set(config, "isolated", 0);
            set(config, "use_environment", 1);
            set(config, "user_site_directory", 1);
            set(config, "parse_argv", 0);
            set(config, "install_signal_handlers", 0);
            set(config, "safe_path", 0);
            set(config, "program_name", interpreter.executable().toString());
            Path home = interpreter.home();
            if (home != null) {
                set(config, "home", home.toString());
            }
            if (initconfig_h.Py_InitializeFromInitConfig(config) < 0) {
                throw failed(config, interpreter);
            }
        } finally {
            initconfig_h.PyInitConfig_Free(config);
        }
    }

    private static PythonConfigException failed(long config, DiscoveredPython interpreter) {
        long message = Memory.allocate(Long.BYTES);
        try {
            initconfig_h.PyInitConfig_GetError(config, message);
            String text = Memory.getStringAt(message);
            return new PythonConfigException("Python " + interpreter.version() + " of " + interpreter.executable()
                    + " cannot start: " + (text.isEmpty() ? "it gives no reason" : text)
                    + ". Check PYTHONHOME and PYTHONPATH, or choose another Python with SANCA_PYTHON");
        } finally {
            Memory.free(message);
        }
    }

    private static void set(long config, String name, long value) {
        long n = Memory.newString(name);
        initconfig_h.PyInitConfig_SetInt(config, n, value);
        Memory.free(n);
    }

    private static void set(long config, String name, String value) {
        long n = Memory.newString(name);
        long v = Memory.newString(value);
        initconfig_h.PyInitConfig_SetStr(config, n, v);
        Memory.free(n);
        Memory.free(v);
    }

    /** Does what the executable does after the initialisation. The thread is attached. */
    static void prepare(DiscoveredPython interpreter) {
        StringBuilder code = new StringBuilder("""
                import sys, threading
                if not getattr(sys, 'argv', None):
                    sys.argv = ['']
                """);
        for (Path path : interpreter.extraPaths()) {
            code.append("sys.path.append(").append(literal(path.toString())).append(")\n");
        }
        long text = Memory.newString(code.toString());
        try {
            if (pythonrun_h.PyRun_SimpleStringFlags(text, 0) != 0) {
                throw new PythonConfigException("Python " + interpreter.version() + " of " + interpreter.executable()
                        + " started, but its standard library does not work; see the traceback above. Repair that Python, or"
                        + " choose another with SANCA_PYTHON");
            }
        } finally {
            Memory.free(text);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
