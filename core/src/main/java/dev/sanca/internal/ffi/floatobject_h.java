package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.invoke.MethodHandle;

/** Floats: the functions of CPython's {@code floatobject.h}. */
public final class floatobject_h {
    private floatobject_h() {}

    private static final MethodHandle PyFloat_FromDouble = Downcall.leaf("PyFloat_FromDouble", OBJECT, JAVA_DOUBLE);

    /** New reference, NULL on error; leaf. */
    public static long PyFloat_FromDouble(double v) {
        try {
            return (long) PyFloat_FromDouble.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** -1.0 on error, check PyErr_Occurred; may run Python code. */
    public static double PyFloat_AsDouble(long o) {
        try {
            return (double) Late.PyFloat_AsDouble.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFloat_FromString = Downcall.of("PyFloat_FromString", OBJECT, OBJECT);

    /** New reference, NULL on error; may run Python code. */
    public static long PyFloat_FromString(long o) {
        try {
            return (long) PyFloat_FromString.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Leaf. */
    public static double PyFloat_GetMax() {
        try {
            return (double) Late.PyFloat_GetMax.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Leaf. */
    public static double PyFloat_GetMin() {
        try {
            return (double) Late.PyFloat_GetMin.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFloat_GetInfo = Downcall.of("PyFloat_GetInfo", OBJECT);

    /** New reference, NULL on error; runs no Python code. */
    public static long PyFloat_GetInfo() {
        try {
            return (long) PyFloat_GetInfo.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Of shapes that no program needs at its start: to link each takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyFloat_AsDouble = Downcall.of("PyFloat_AsDouble", JAVA_DOUBLE, OBJECT);

        static final MethodHandle PyFloat_GetMax = Downcall.leaf("PyFloat_GetMax", JAVA_DOUBLE);

        static final MethodHandle PyFloat_GetMin = Downcall.leaf("PyFloat_GetMin", JAVA_DOUBLE);
    }
}
