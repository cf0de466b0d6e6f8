package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Booleans: the functions of CPython's {@code boolobject.h}. */
public final class boolobject_h {
    private boolobject_h() {}

    private static final MethodHandle PyBool_FromLong = Downcall.leaf("PyBool_FromLong", OBJECT, JAVA_LONG);

    /** New reference, NULL on error; leaf. */
    public static long PyBool_FromLong(long v) {
        try {
            return (long) PyBool_FromLong.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
