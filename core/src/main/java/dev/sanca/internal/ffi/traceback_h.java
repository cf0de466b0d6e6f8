package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.invoke.MethodHandle;

/** Tracebacks: the functions of CPython's {@code traceback.h}. */
public final class traceback_h {
    private traceback_h() {}

    private static final MethodHandle PyTraceBack_Here = Downcall.of("PyTraceBack_Here", JAVA_INT, OBJECT);

    /** -1 on error; adds frame to the pending error's traceback; runs no Python code. */
    public static int PyTraceBack_Here(long frame) {
        try {
            return (int) (long) PyTraceBack_Here.invokeExact(frame);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTraceBack_Print = Downcall.of("PyTraceBack_Print", JAVA_INT, OBJECT, OBJECT);

    /** -1 on error; may run Python code. */
    public static int PyTraceBack_Print(long o, long file) {
        try {
            return (int) (long) PyTraceBack_Print.invokeExact(o, file);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
