package dev.sanca.cpython.ffi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Starts Python by bare C functions, on the calling thread, which stays attached. The system property {@code sanca.python}
 * names a libpython, or a folder that holds one.
 */
public final class RawPython {
    private static boolean started;

    private RawPython() {}

    /** Starts Python once; later calls attach the calling thread for good when it is not. */
    public static synchronized void start() {
        if (started) {
            pystate_h.PyGILState_Ensure();
            return;
        }
        Path library = library(Path.of(System.getProperty("sanca.python")));
        LibPython.load(library);
        Path home = library.getParent();
        if (Files.isDirectory(home.resolve("lib"))) {
            pylifecycle_h.Py_SetPythonHome(Memory.newWideString(home.toString()));
        }
        pylifecycle_h.Py_InitializeEx(0);
        started = true;
    }

    /** Evaluates an expression; new reference. */
    public static long eval(String expression) {
        return run(expression, pythonrun_h.Py_eval_input);
    }

    /** Runs statements in {@code __main__}. */
    public static void exec(String statements) {
        object_h.Py_DecRef(run(statements, pythonrun_h.Py_file_input));
    }

    private static long run(String code, int start) {
        long globals = moduleobject_h.PyModule_GetDict(import_h.PyImport_AddModule(Memory.constant("__main__")));
        long text = Memory.newString(code);
        long result = pythonrun_h.PyRun_StringFlags(text, start, globals, globals, 0);
        Memory.free(text);
        if (result == 0) {
            pyerrors_h.PyErr_PrintEx(0);
            throw new AssertionError("Python failed: " + code);
        }
        return result;
    }

    private static Path library(Path where) {
        if (!Files.isDirectory(where)) {
            return where;
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.getFileName().toString().matches("libpython3\\.\\d+.*\\.so.*"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no libpython3.x in " + where));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
