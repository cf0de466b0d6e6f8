package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code complexobject.h}: complex numbers. */
public final class complexobject_h {
    private complexobject_h() {}

    private static final MethodHandle PyComplex_FromDoubles =
            Downcall.of("PyComplex_FromDoubles", OBJECT, JAVA_DOUBLE, JAVA_DOUBLE);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyComplex_FromDoubles(double real, double imag) {
        try {
            return (long) PyComplex_FromDoubles.invokeExact(real, imag);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyComplex_RealAsDouble =
            Downcall.of("PyComplex_RealAsDouble", JAVA_DOUBLE, OBJECT);

    /**
     * Returns the value, or -1.0 with a Python error set: ask {@link pyerrors_h#PyErr_Occurred}. May run Python code.
     */
    public static double PyComplex_RealAsDouble(long o) {
        try {
            return (double) PyComplex_RealAsDouble.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyComplex_ImagAsDouble =
            Downcall.of("PyComplex_ImagAsDouble", JAVA_DOUBLE, OBJECT);

    /**
     * Returns the value, or -1.0 with a Python error set: ask {@link pyerrors_h#PyErr_Occurred}. May run Python code.
     */
    public static double PyComplex_ImagAsDouble(long o) {
        try {
            return (double) PyComplex_ImagAsDouble.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
