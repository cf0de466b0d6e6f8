package dev.sanca.cpython.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Attaches each test's thread to Python by bare C functions, and checks afterwards that no Python error is left. The system
 * property {@code sanca.python} names a Python: an executable, a libpython, or a folder that holds one.
 */
public final class RawPython implements BeforeEachCallback, AfterEachCallback {
    private int state;

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
        state = pystate_h.PyGILState_Ensure();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        long pending = pyerrors_h.PyErr_Occurred();
        if (pending != 0) {
            pyerrors_h.PyErr_PrintEx(0);
        }
        pystate_h.PyGILState_Release(state);
        assertThat(pending).as("type of the Python error that the test left").isZero();
    }

    /** Starts Python once and leaves the calling thread detached. */
    public static synchronized void start() {
        if (LibPython.isLoaded() && pylifecycle_h.Py_IsInitialized() != 0) {
            return;
        }
        String where = System.getProperty("sanca.python");
        assertThat(where).as("system property sanca.python").isNotNull();
        Path library = library(Path.of(where));
        LibPython.load(library);
        if (Files.isDirectory(library.resolveSibling("lib"))) { // the layout of the Pythons on Maven Central
            String home = library.resolveSibling("").toString();
            pylifecycle_h.Py_SetPythonHome(Memory.newWideString(home));
        }
        pylifecycle_h.Py_InitializeEx(0);
        ceval_h.PyEval_SaveThread();
    }

    /** Evaluates an expression in {@code __main__}; new reference. */
    public static long eval(String expression) {
        return run(expression, pythonrun_h.Py_eval_input);
    }

    /** Evaluates an expression to an int. */
    public static long evalLong(String expression) {
        long object = eval(expression);
        long value = longobject_h.PyLong_AsLongLong(object);
        object_h.Py_DecRef(object);
        return value;
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

    /** The libpython of a library, of the folder that holds it, or of an executable in a folder {@code bin} beside it. */
    private static Path library(Path where) {
        if (where.getFileName().toString().contains(".so")) {
            return where;
        }
        Path folder = Files.isDirectory(where) ? where : where.resolve("../..").normalize();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("libpython3\\.\\d+.*\\.so.*"))
                    .findFirst()
                    .orElseGet(() -> askedFor(where));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The libpython that an installed executable itself names. */
    private static Path askedFor(Path executable) {
        String question = "import sysconfig as s, os;"
                + " print(os.path.join(s.get_config_var('LIBDIR'), s.get_config_var('INSTSONAME')))";
        try {
            Process process = new ProcessBuilder(executable.toString(), "-c", question).start();
            return Path.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
