package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.pyerrors_h;

/**
 * Raises the error of an upcall that finds too little stack left to call a Java function. The error is made in advance, because
 * to raise it must need almost no stack.
 */
final class StackExhausted {
    private static final long TYPE = PythonErrors.builtin("PyExc_RecursionError");
    private static final long MESSAGE = Strings.newString("no stack left for a call from Python into Java");

    private StackExhausted() {}

    /** Passes the error to the upcalls, which raise it themselves if they cannot enter Java. The thread is attached. */
    static void prepare() {
        Upcall.setNoStackError(TYPE, MESSAGE);
    }

    static void raise() {
        pyerrors_h.PyErr_SetObject(TYPE, MESSAGE);
    }
}
