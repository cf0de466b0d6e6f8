package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code methodobject.h}: built-in functions. */
public final class methodobject_h {
    private methodobject_h() {}

    private static final MethodHandle PyCFunction_NewEx =
            Downcall.of("PyCFunction_NewEx", OBJECT, JAVA_LONG, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code def} must outlive the function. Does not steal:
     * adds a strong reference to each of the other arguments. May run the cyclic garbage collector.
     */
    public static long PyCFunction_NewEx(long def, long self, long module) {
        try {
            return (long) PyCFunction_NewEx.invokeExact(def, self, module);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCMethod_New =
            Downcall.of("PyCMethod_New", OBJECT, JAVA_LONG, OBJECT, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code def} must outlive the function. Does not steal:
     * adds a strong reference to each of the other arguments. May run the cyclic garbage collector.
     */
    public static long PyCMethod_New(long def, long self, long module, long cls) {
        try {
            return (long) PyCMethod_New.invokeExact(def, self, module, cls);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCFunction_GetFunction =
            Downcall.of("PyCFunction_GetFunction", JAVA_LONG, OBJECT);

    /** Returns the C function, or NULL with a Python error set. Runs no Python code. */
    public static long PyCFunction_GetFunction(long o) {
        try {
            return (long) PyCFunction_GetFunction.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCFunction_GetSelf = Downcall.of("PyCFunction_GetSelf", OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL without a Python error if the function has none. Runs no Python code. */
    public static long PyCFunction_GetSelf(long o) {
        try {
            return (long) PyCFunction_GetSelf.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCFunction_GetFlags = Downcall.of("PyCFunction_GetFlags", JAVA_INT, OBJECT);

    /** Returns the {@code METH_} flags, or -1 with a Python error set. Runs no Python code. */
    public static int PyCFunction_GetFlags(long o) {
        try {
            return (int) (long) PyCFunction_GetFlags.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** {@code f(self, args)}. */
    public static final int METH_VARARGS = 0x0001;

    /** Adds keyword arguments to VARARGS or FASTCALL. */
    public static final int METH_KEYWORDS = 0x0002;

    /** {@code f(self, NULL)}. */
    public static final int METH_NOARGS = 0x0004;

    /** {@code f(self, arg)}. */
    public static final int METH_O = 0x0008;

    /** A class method. */
    public static final int METH_CLASS = 0x0010;

    /** A static method. */
    public static final int METH_STATIC = 0x0020;

    /** {@code f(self, args, nargs)}. */
    public static final int METH_FASTCALL = 0x0080;

    /** Adds the defining class to FASTCALL | KEYWORDS. */
    public static final int METH_METHOD = 0x0200;
}
