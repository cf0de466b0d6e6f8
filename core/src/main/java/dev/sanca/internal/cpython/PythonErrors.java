package dev.sanca.internal.cpython;

import dev.sanca.PythonException;
import dev.sanca.internal.engine.Tracebacks;
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

/** Fetches and sets Python's error indicator. */
public final class PythonErrors {
    private static final Kind<PyBaseException> EXCEPTION = Kind.of(PyBaseException.class);

    private PythonErrors() {}

    /**
     * Fetches the pending Python error, clears the indicator, and throws the error as a Java exception. Usage:
     * {@code throw PythonErrors.pending(state)}.
     *
     * @return nothing: this always throws
     */
    public static RuntimeException pending(ThreadState state) {
        return PythonErrors.<RuntimeException>rethrow(take(state));
    }

    /** Returns {@code word} if it is not 0, else throws the pending error. */
    public static long check(ThreadState state, long word) {
        if (word == 0) {
            throw pending(state);
        }
        return word;
    }

    /** Returns {@code status} if it is not negative, else throws the pending error. */
    public static int check(ThreadState state, int status) {
        if (status < 0) {
            throw pending(state);
        }
        return status;
    }

    /** Throws a checked exception as if it were unchecked. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException rethrow(Throwable error) throws T {
        throw (T) error;
    }

    /** Throws the exception that the running function is to raise instead of its result, if there is one. */
    static void throwRestored(ThreadState state) {
        Throwable error = state.takeRestored();
        if (error != null) {
            throw PythonErrors.<RuntimeException>rethrow(error);
        }
    }

    /** Fetches the pending Python error, clears the indicator, and returns the Java exception to throw. */
    public static Throwable take(ThreadState state) {
        long exception = fetch(); // if the stack is too short for this call, LeftError clears the error later
        if (exception == 0) {
            return new IllegalStateException(
                    "a Python function failed without setting an exception; the extension module"
                            + " that it belongs to has a defect");
        }
        return toJava(state, exception);
    }

    /** Returns the Java exception for a Python exception. Consumes the reference {@code exception}. */
    static Throwable toJava(ThreadState state, long exception) {
        @Nullable Throwable known;
        try {
            known = JavaExceptions.unwrap(state, exception);
            if (known == null) { // it only passed through Python: keep its frames, and the cost of many nested calls
                // linear
                known = state.takePassed(exception);
            }
        } catch (Throwable e) {
            Word.decref(exception);
            throw e;
        }
        if (known != null && !state.stops().takeUnframed(known)) {
            Word.decref(exception);
            return known;
        }
        PyBaseException value = EXCEPTION.make(state, exception);
        try {
            if (known == null) {
                return new PythonException(value);
            }
            known.setStackTrace(Tracebacks.merge(value, new Throwable().getStackTrace()));
            return known;
        } finally {
            Refs.close(value);
        }
    }

    /**
     * Fetches the pending error and clears the indicator. Returns a normalised exception with its traceback, a new reference; 0
     * if there is none.
     */
    static long fetch() {
        if (pyerrors_h.HAS_PyErr_GetRaisedException) {
            return pyerrors_h.PyErr_GetRaisedException();
        }
        long triple = Memory.allocate(24); // type, value and traceback, initially 0
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

    /** Sets the error indicator. Steals the reference {@code exception}. */
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

    /** Returns a built-in exception as a Java exception to throw. */
    public static RuntimeException of(ThreadState state, String exception, String message) {
        raise(exception, message);
        return pending(state);
    }

    /** Returns whether an error is pending. */
    public static boolean isPending() {
        return pyerrors_h.PyErr_Occurred() != 0;
    }

    /** Returns a built-in exception type by its C name: a borrowed word that is valid as long as the interpreter lives. */
    static long builtin(String name) {
        return LibPython.address(name);
    }

    /** Returns whether an error of a built-in type, named as in C, is pending. */
    static boolean isPending(String exception) {
        return pyerrors_h.PyErr_ExceptionMatches(builtin(exception)) != 0;
    }

    /** Clears the error indicator. */
    static void clear() {
        pyerrors_h.PyErr_Clear();
    }
}
