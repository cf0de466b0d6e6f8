package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code genericaliasobject.h}: generic aliases. */
public final class genericaliasobject_h {
    private genericaliasobject_h() {}

    private static final MethodHandle Py_GenericAlias = Downcall.of("Py_GenericAlias", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long Py_GenericAlias(long origin, long args) {
        try {
            return (long) Py_GenericAlias.invokeExact(origin, args);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
