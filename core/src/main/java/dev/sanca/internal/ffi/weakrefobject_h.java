package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code weakrefobject.h}: weak references. */
public final class weakrefobject_h {
    private weakrefobject_h() {}

    private static final MethodHandle PyWeakref_NewRef = Downcall.of("PyWeakref_NewRef", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyWeakref_NewRef(long o, long callback) {
        try {
            return (long) PyWeakref_NewRef.invokeExact(o, callback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyWeakref_NewProxy = Downcall.of("PyWeakref_NewProxy", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyWeakref_NewProxy(long o, long callback) {
        try {
            return (long) PyWeakref_NewProxy.invokeExact(o, callback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyWeakref_GetObject = Downcall.of("PyWeakref_GetObject", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyWeakref_GetObject}. */
    public static final boolean HAS_PyWeakref_GetObject = LibPython.has("PyWeakref_GetObject");

    /**
     * Returns a borrowed reference, {@code None} if the referent is dead, or NULL with a Python error set. Runs no
     * Python code.
     */
    public static long PyWeakref_GetObject(long ref) {
        try {
            return (long) PyWeakref_GetObject.invokeExact(ref);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyWeakref_GetRef = Downcall.of("PyWeakref_GetRef", JAVA_INT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyWeakref_GetRef}. */
    public static final boolean HAS_PyWeakref_GetRef = LibPython.has("PyWeakref_GetRef");

    /**
     * Returns 1 and stores a new reference in {@code *result}; returns 0 and stores NULL if the referent is dead;
     * returns -1 with a Python error set. Runs no Python code. Since 3.13.
     */
    public static int PyWeakref_GetRef(long ref, long result) {
        try {
            return (int) (long) PyWeakref_GetRef.invokeExact(ref, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
