package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.pyerrors_h;

/**
 * The error of an upcall that finds too little of the stack left to call a Java function: made ahead, because raising it
 * must need next to nothing.
 */
final class StackExhausted {
    private static final long TYPE = PythonErrors.builtin("PyExc_RecursionError");
    private static final long MESSAGE = Strings.newString("no stack left for a call from Python into Java");

    private StackExhausted() {}

    /** Makes what {@link #raise} needs. Attached. */
    static void prepare() {
        Upcall.setNoStackError(TYPE, MESSAGE);
    }

    static void raise() {
        pyerrors_h.PyErr_SetObject(TYPE, MESSAGE);
    }
}
