package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.invoke.MethodHandle;

/** Complex numbers: the functions of CPython's {@code complexobject.h}. */
public final class complexobject_h {
    private complexobject_h() {}

    private static final MethodHandle PyComplex_FromDoubles =
            Downcall.of("PyComplex_FromDoubles", OBJECT, JAVA_DOUBLE, JAVA_DOUBLE);

    /** New reference, NULL on error; runs no Python code. */
    public static long PyComplex_FromDoubles(double real, double imag) {
        try {
            return (long) PyComplex_FromDoubles.invokeExact(real, imag);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyComplex_RealAsDouble =
            Downcall.of("PyComplex_RealAsDouble", JAVA_DOUBLE, OBJECT);

    /** -1.0 on error, check PyErr_Occurred; may run Python code. */
    public static double PyComplex_RealAsDouble(long o) {
        try {
            return (double) PyComplex_RealAsDouble.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyComplex_ImagAsDouble =
            Downcall.of("PyComplex_ImagAsDouble", JAVA_DOUBLE, OBJECT);

    /** -1.0 on error, check PyErr_Occurred; may run Python code. */
    public static double PyComplex_ImagAsDouble(long o) {
        try {
            return (double) PyComplex_ImagAsDouble.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
