package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code floatobject.h}: floats. */
public final class floatobject_h {
    private floatobject_h() {}

    private static final MethodHandle PyFloat_FromDouble = Downcall.leaf("PyFloat_FromDouble", OBJECT, JAVA_DOUBLE);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyFloat_FromDouble(double v) {
        try {
            return (long) PyFloat_FromDouble.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Returns the value, or -1.0 with a Python error set: ask {@link pyerrors_h#PyErr_Occurred}. May run Python code.
     */
    public static double PyFloat_AsDouble(long o) {
        try {
            return (double) Late.PyFloat_AsDouble.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFloat_FromString = Downcall.of("PyFloat_FromString", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyFloat_FromString(long o) {
        try {
            return (long) PyFloat_FromString.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Returns the largest finite {@code float}. Is a leaf. */
    public static double PyFloat_GetMax() {
        try {
            return (double) Late.PyFloat_GetMax.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Returns the smallest normalised positive {@code float}. Is a leaf. */
    public static double PyFloat_GetMin() {
        try {
            return (double) Late.PyFloat_GetMin.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFloat_GetInfo = Downcall.of("PyFloat_GetInfo", OBJECT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyFloat_GetInfo() {
        try {
            return (long) PyFloat_GetInfo.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** The handles of functions that no program needs while it starts: linking a call shape takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyFloat_AsDouble = Downcall.of("PyFloat_AsDouble", JAVA_DOUBLE, OBJECT);

        static final MethodHandle PyFloat_GetMax = Downcall.leaf("PyFloat_GetMax", JAVA_DOUBLE);

        static final MethodHandle PyFloat_GetMin = Downcall.leaf("PyFloat_GetMin", JAVA_DOUBLE);
    }
}
