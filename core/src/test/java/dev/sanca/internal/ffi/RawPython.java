package dev.sanca.internal.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Attaches each test's thread to Python by bare C functions, and checks afterwards that no Python error is left. Python
 * itself is started as for every other test of this JVM.
 */
public final class RawPython implements BeforeEachCallback, AfterEachCallback {
    private int state;
    private boolean isAttached;

    @Override
    public void beforeEach(ExtensionContext context) {
        Python.version(); // starts it
        state = pystate_h.PyGILState_Ensure();
        isAttached = true;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!isAttached) { // Python could not be started, or has ended with a JVM that was told to end
            return;
        }
        isAttached = false;
        long pending = pyerrors_h.PyErr_Occurred();
        if (pending != 0) {
            pyerrors_h.PyErr_PrintEx(0);
        }
        pystate_h.PyGILState_Release(state);
        assertThat(pending).as("type of the Python error that the test left").isZero();
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
}
