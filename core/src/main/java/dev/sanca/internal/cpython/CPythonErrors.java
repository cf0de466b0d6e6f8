package dev.sanca.internal.cpython;

import dev.sanca.PythonException;
import dev.sanca.internal.discovery.DiscoveredPython;
import dev.sanca.internal.engine.ErrorOperations;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions, by way of the error indicator, see {@link PythonErrors}.
 *
 * <p><b>Source:</b> {@code Include/pyerrors.h}.
 */
interface CPythonErrors extends ErrorOperations {
    /** How far a chain of causes is followed. */
    int CAUSES = 16;

    @Override
    default RuntimeException error(ThreadState state, String exception, String message) {
        return PythonErrors.of(state, "PyExc_" + exception, message);
    }

    @Override
    default @Nullable Throwable cause(ThreadState state, long exception) {
        long cause = pyerrors_h.PyException_GetCause(exception);
        if (cause == 0 && !isContextSuppressed(state, exception)) {
            cause = pyerrors_h.PyException_GetContext(exception);
        }
        if (cause == 0) {
            return null;
        }
        if (!state.enterCause(CAUSES)) {
            Word.decref(cause);
            return null;
        }
        try {
            return PythonErrors.toJava(state, cause);
        } finally {
            state.leaveCause();
        }
    }

    @Override
    default Throwable toJava(ThreadState state, long exception) {
        return PythonErrors.toJava(state, Word.newRef(exception));
    }

    @Override
    default void raise(ThreadState state, Throwable error) {
        try {
            if (error instanceof PythonException python && Face.runtimeOrNull(python.value()) == this) {
                raise(state, python, python);
            } else {
                PythonErrors.restore(JavaExceptions.wrap(state, error));
            }
        } catch (PythonException second) { // such as MemoryError: Python learns why, and Java gets its exception back
            raise(state, second, error);
        } catch (StackOverflowError second) {
            StackExhausted.raise();
        } catch (Throwable second) {
            PythonErrors.raise(
                    "PyExc_RuntimeError", "a Java " + error.getClass().getName() + " could not be raised in Python");
        }
    }

    /** Raises a Python exception, in whose place Java gets {@code passing} when the exception comes back. */
    private static void raise(ThreadState state, PythonException python, Throwable passing) {
        long exception = Face.newCount(state, python.value());
        PythonErrors.restore(exception);
        state.passing(passing, exception);
    }

    @Override
    default String installCommand() {
        DiscoveredPython python = CPython.interpreter();
        if (python == null || python.isBundled()) {
            return python == null ? "" : "sanca pip install";
        }
        String executable = python.executable().toString();
        boolean isPlain = executable.matches("[\\w/.+-]+");
        return (isPlain ? executable : "'" + executable.replace("'", "'\\''") + "'") + " -m pip install";
    }

    private static boolean isContextSuppressed(ThreadState state, long exception) {
        long flag = CPythonOperations.INSTANCE.getAttrOrNull(state, exception, "__suppress_context__");
        if (flag == 0) {
            return false;
        }
        try {
            int truth = object_h.PyObject_IsTrue(flag);
            if (truth < 0) {
                PythonErrors.clear();
            }
            return truth > 0;
        } finally {
            Word.decref(flag);
        }
    }
}
