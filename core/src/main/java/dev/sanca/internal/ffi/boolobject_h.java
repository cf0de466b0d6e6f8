package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code boolobject.h}: booleans. */
public final class boolobject_h {
    private boolobject_h() {}

    private static final MethodHandle PyBool_FromLong = Downcall.leaf("PyBool_FromLong", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyBool_FromLong(long v) {
        try {
            return (long) PyBool_FromLong.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
