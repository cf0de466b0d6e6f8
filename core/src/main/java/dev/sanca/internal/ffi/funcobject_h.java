package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code funcobject.h}: functions and methods written in Python. */
public final class funcobject_h {
    private funcobject_h() {}

    private static final MethodHandle PyFunction_New = Downcall.of("PyFunction_New", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyFunction_New(long code, long globals) {
        try {
            return (long) PyFunction_New.invokeExact(code, globals);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFunction_GetCode = Downcall.of("PyFunction_GetCode", OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyFunction_GetCode(long o) {
        try {
            return (long) PyFunction_GetCode.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFunction_GetGlobals = Downcall.of("PyFunction_GetGlobals", OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyFunction_GetGlobals(long o) {
        try {
            return (long) PyFunction_GetGlobals.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMethod_New = Downcall.of("PyMethod_New", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyMethod_New(long function, long self) {
        try {
            return (long) PyMethod_New.invokeExact(function, self);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMethod_Function = Downcall.of("PyMethod_Function", OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyMethod_Function(long o) {
        try {
            return (long) PyMethod_Function.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMethod_Self = Downcall.of("PyMethod_Self", OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyMethod_Self(long o) {
        try {
            return (long) PyMethod_Self.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInstanceMethod_New = Downcall.of("PyInstanceMethod_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyInstanceMethod_New(long function) {
        try {
            return (long) PyInstanceMethod_New.invokeExact(function);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyStaticMethod_New = Downcall.of("PyStaticMethod_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyStaticMethod_New(long callable) {
        try {
            return (long) PyStaticMethod_New.invokeExact(callable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyClassMethod_New = Downcall.of("PyClassMethod_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyClassMethod_New(long callable) {
        try {
            return (long) PyClassMethod_New.invokeExact(callable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
