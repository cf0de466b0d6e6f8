package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code context.h}: context variables. */
public final class context_h {
    private context_h() {}

    private static final MethodHandle PyContext_CopyCurrent = Downcall.of("PyContext_CopyCurrent", OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyContext_CopyCurrent() {
        try {
            return (long) PyContext_CopyCurrent.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyContext_New = Downcall.of("PyContext_New", OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyContext_New() {
        try {
            return (long) PyContext_New.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyContext_Enter = Downcall.of("PyContext_Enter", JAVA_INT, OBJECT);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyContext_Enter(long o) {
        try {
            return (int) (long) PyContext_Enter.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyContext_Exit = Downcall.of("PyContext_Exit", JAVA_INT, OBJECT);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyContext_Exit(long o) {
        try {
            return (int) (long) PyContext_Exit.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyContextVar_New = Downcall.of("PyContextVar_New", OBJECT, JAVA_LONG, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyContextVar_New(long utf8, long dflt) {
        try {
            return (long) PyContextVar_New.invokeExact(utf8, dflt);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyContextVar_Get =
            Downcall.of("PyContextVar_Get", JAVA_INT, OBJECT, OBJECT, JAVA_LONG);

    /**
     * Returns 0, or -1 with a Python error set. Stores a new reference in {@code *value}, or NULL if there is neither a
     * value nor a default. May run Python code.
     */
    public static int PyContextVar_Get(long variable, long dflt, long value) {
        try {
            return (int) (long) PyContextVar_Get.invokeExact(variable, dflt, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyContextVar_Set = Downcall.of("PyContextVar_Set", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference to a token, or NULL with a Python error set. May run Python code. */
    public static long PyContextVar_Set(long variable, long value) {
        try {
            return (long) PyContextVar_Set.invokeExact(variable, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
