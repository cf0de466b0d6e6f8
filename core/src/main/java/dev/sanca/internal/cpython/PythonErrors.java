package dev.sanca.internal.cpython;

import dev.sanca.PythonException;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.WordArray;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyBaseException;
import org.jspecify.annotations.Nullable;

/** Python's error indicator, taken and set. */
public final class PythonErrors {
    private static final Kind<PyBaseException> EXCEPTION = Kind.of(PyBaseException.class);

    private PythonErrors() {}

    /**
     * Takes the pending Python error. Usage: {@code throw PythonErrors.pending(state)}.
     *
     * @return what to throw, if it is unchecked
     */
    public static RuntimeException pending(ThreadState state) {
        return PythonErrors.<RuntimeException>rethrow(take(state));
    }

    /** {@code word} if it is one, else throws the pending error. */
    public static long check(ThreadState state, long word) {
        if (word == 0) {
            throw pending(state);
        }
        return word;
    }

    /** Throws the pending error if {@code status} is negative. */
    public static int check(ThreadState state, int status) {
        if (status < 0) {
            throw pending(state);
        }
        return status;
    }

    /** Throws what is checked as if it were not. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException rethrow(Throwable error) throws T {
        throw (T) error;
    }

    /** Takes the pending Python error as the Java object to throw. */
    public static Throwable take(ThreadState state) {
        long exception = fetch(); // where the stack is too short for that, LeftError comes after it
        if (exception == 0) {
            return new IllegalStateException(
                    "a Python function failed without setting an exception; the extension module"
                            + " that it belongs to has a defect");
        }
        return toJava(state, exception);
    }

    /** The Java object that stands for a Python exception; takes its count. */
    static Throwable toJava(ThreadState state, long exception) {
        @Nullable Throwable known;
        try {
            known = JavaExceptions.unwrap(state, exception);
            if (known == null) { // it only passed through Python: keep its frames, and the cost of many levels linear
                known = state.takePassed(exception);
            }
        } catch (Throwable e) {
            Word.decref(exception);
            throw e;
        }
        if (known != null) {
            Word.decref(exception);
            return known;
        }
        PyBaseException value = EXCEPTION.make(state, exception);
        try {
            return new PythonException(value);
        } finally {
            Refs.close(value);
        }
    }

    /** Takes the error indicator: a normalised exception with its traceback, a new count, or 0. */
    static long fetch() {
        if (pyerrors_h.HAS_PyErr_GetRaisedException) {
            return pyerrors_h.PyErr_GetRaisedException();
        }
        long triple = Memory.allocate(24); // type, value and traceback, zeros until they are taken
        try {
            pyerrors_h.PyErr_Fetch(triple, triple + 8, triple + 16);
            if (WordArray.get(triple, 0) == 0) {
                return 0;
            }
            pyerrors_h.PyErr_NormalizeException(triple, triple + 8, triple + 16);
            if (WordArray.get(triple, 2) != 0) {
                pyerrors_h.PyException_SetTraceback(WordArray.get(triple, 1), WordArray.get(triple, 2));
            }
            long value = WordArray.get(triple, 1);
            WordArray.set(triple, 1, 0);
            return value;
        } finally {
            for (int i = 0; i < 3; i++) {
                Word.xdecref(WordArray.get(triple, i));
            }
            Memory.free(triple);
        }
    }

    /** Sets the error indicator; takes the exception's count. */
    static void restore(long exception) {
        if (pyerrors_h.HAS_PyErr_SetRaisedException) {
            pyerrors_h.PyErr_SetRaisedException(exception);
            return;
        }
        long traceback;
        try {
            traceback = pyerrors_h.PyException_GetTraceback(exception);
        } catch (Throwable e) {
            Word.decref(exception);
            throw e;
        }
        pyerrors_h.PyErr_Restore(Word.newRef(Word.type(exception)), exception, traceback);
    }

    /** Sets the error indicator to a built-in exception, named as in C, such as {@code PyExc_TypeError}. */
    public static void raise(String exception, String message) {
        pyerrors_h.PyErr_SetObject(builtin(exception), 0);
        long text = Strings.newString(message);
        if (text != 0) {
            try {
                pyerrors_h.PyErr_SetObject(builtin(exception), text);
            } finally {
                Word.decref(text);
            }
        }
    }

    /** A built-in exception as a Java exception to throw. */
    public static RuntimeException of(ThreadState state, String exception, String message) {
        raise(exception, message);
        return pending(state);
    }

    /** Whether an error is pending. */
    public static boolean isPending() {
        return pyerrors_h.PyErr_Occurred() != 0;
    }

    /** A built-in exception type by its C name: a borrowed word that lives as long as the interpreter. */
    static long builtin(String name) {
        return LibPython.address(name);
    }

    /** Whether an error of a built-in kind, named as in C, is pending. */
    static boolean isPending(String exception) {
        return pyerrors_h.PyErr_ExceptionMatches(builtin(exception)) != 0;
    }

    /** Forgets a pending error. */
    static void clear() {
        pyerrors_h.PyErr_Clear();
    }
}
