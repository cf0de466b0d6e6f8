package dev.sanca.internal.cpython;

import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.internal.discovery.DiscoveredPython;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.initconfig_h;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.internal.ffi.pythonrun_h;
import dev.sanca.internal.ffi.sysmodule_h;
import java.nio.file.Path;
import java.util.List;

/**
 * Initialises CPython as its executable does, except for signal handlers: signals stay with the JVM.
 *
 * <p><b>Source:</b> PEP 741 for 3.14 and later, PEP 587's compatible configuration before.
 */
final class Initialization {
    private Initialization() {}

    /**
     * Initialises CPython, and attaches this thread.
     *
     * @throws PythonConfigException if the configuration asks for what this Python cannot do, or Python does not start
     */
    static void run(DiscoveredPython interpreter, PythonConfig config) {
        config.env().forEach(ProcessEnvironment::set);
        boolean utf8 = Utf8Mode.prepare(config, interpreter.minor());
        if (initconfig_h.HAS_PyInitConfig_Create) {
            withConfig(interpreter, config, utf8);
        } else {
            withGlobalVariables(interpreter, config, utf8);
        }
    }

    /** Before 3.14: the options are variables of libpython, and variables of the environment. */
    private static void withGlobalVariables(DiscoveredPython interpreter, PythonConfig config, boolean utf8) {
        config.hashSeed().ifPresent(seed -> {
            if (config.isolated()) {
                throw new PythonConfigException("Python " + interpreter.version() + " of " + interpreter.executable()
                        + " cannot be isolated and have a hash seed, which it reads from the environment: leave"
                        + " isolated() or hashSeed(" + seed + ") out, or use Python 3.14 or later");
            }
            ProcessEnvironment.set("PYTHONHASHSEED", Long.toString(seed));
        });
        if (config.isolated()) {
            LibPython.setVariable("Py_IsolatedFlag", 1);
            LibPython.setVariable("Py_IgnoreEnvironmentFlag", 1);
            LibPython.setVariable("Py_NoUserSiteDirectory", 1);
        }
        LibPython.setVariable("Py_UTF8Mode", utf8 ? 1 : 0);
        for (String filter : config.warnings()) {
            long wide = Memory.newWideString(filter);
            sysmodule_h.PySys_AddWarnOption(wide);
            Memory.free(wide);
        }
        // Both strings must live as long as the interpreter.
        pylifecycle_h.Py_SetProgramName(
                Memory.newWideString(interpreter.executable().toString()));
        Path home = interpreter.home();
        if (home != null) {
            pylifecycle_h.Py_SetPythonHome(Memory.newWideString(home.toString()));
        }
        pylifecycle_h.Py_InitializeEx(0);
    }

    private static void withConfig(DiscoveredPython interpreter, PythonConfig options, boolean utf8) {
        long config = initconfig_h.PyInitConfig_Create();
        try {
            boolean isolated = options.isolated();
            set(config, "isolated", isolated ? 1 : 0);
            set(config, "use_environment", isolated ? 0 : 1);
            set(config, "user_site_directory", isolated ? 0 : 1);
            set(config, "safe_path", isolated ? 1 : 0);
            set(config, "parse_argv", 0);
            set(config, "install_signal_handlers", options.pythonSignals() ? 1 : 0);
            set(config, "utf8_mode", utf8 ? 1 : 0);
            options.hashSeed().ifPresent(seed -> {
                set(config, "use_hash_seed", 1);
                set(config, "hash_seed", seed);
            });
            set(config, "argv", options.argv());
            set(config, "warnoptions", options.warnings());
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

    private static void set(long config, String name, List<String> values) {
        if (!values.isEmpty()) {
            long n = Memory.newString(name);
            long[] items = values.stream().mapToLong(Memory::newString).toArray();
            long array = Memory.newPointers(items);
            initconfig_h.PyInitConfig_SetStrList(config, n, items.length, array);
            Memory.free(array);
            for (long item : items) {
                Memory.free(item);
            }
            Memory.free(n);
        }
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
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }
}
