package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code descrobject.h}: descriptors. */
public final class descrobject_h {
    private descrobject_h() {}

    private static final MethodHandle PyDescr_NewMethod = Downcall.of("PyDescr_NewMethod", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDescr_NewMethod(long type, long def) {
        try {
            return (long) PyDescr_NewMethod.invokeExact(type, def);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDescr_NewClassMethod =
            Downcall.of("PyDescr_NewClassMethod", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDescr_NewClassMethod(long type, long def) {
        try {
            return (long) PyDescr_NewClassMethod.invokeExact(type, def);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDescr_NewGetSet = Downcall.of("PyDescr_NewGetSet", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDescr_NewGetSet(long type, long def) {
        try {
            return (long) PyDescr_NewGetSet.invokeExact(type, def);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDescr_NewMember = Downcall.of("PyDescr_NewMember", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDescr_NewMember(long type, long def) {
        try {
            return (long) PyDescr_NewMember.invokeExact(type, def);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
