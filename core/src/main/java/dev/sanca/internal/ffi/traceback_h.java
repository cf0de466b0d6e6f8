package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code traceback.h}: tracebacks. */
public final class traceback_h {
    private traceback_h() {}

    private static final MethodHandle PyTraceBack_Here = Downcall.of("PyTraceBack_Here", JAVA_INT, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Adds {@code frame} to the traceback of the pending error. Runs no
     * Python code.
     */
    public static int PyTraceBack_Here(long frame) {
        try {
            return (int) (long) PyTraceBack_Here.invokeExact(frame);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTraceBack_Print = Downcall.of("PyTraceBack_Print", JAVA_INT, OBJECT, OBJECT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyTraceBack_Print(long o, long file) {
        try {
            return (int) (long) PyTraceBack_Print.invokeExact(o, file);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
