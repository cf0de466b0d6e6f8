package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code bytearrayobject.h}: byte arrays. */
public final class bytearrayobject_h {
    private bytearrayobject_h() {}

    private static final MethodHandle PyByteArray_FromObject = Downcall.of("PyByteArray_FromObject", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyByteArray_FromObject(long o) {
        try {
            return (long) PyByteArray_FromObject.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyByteArray_FromStringAndSize =
            Downcall.of("PyByteArray_FromStringAndSize", OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyByteArray_FromStringAndSize(long data, long n) {
        try {
            return (long) PyByteArray_FromStringAndSize.invokeExact(data, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyByteArray_AsString = Downcall.of("PyByteArray_AsString", JAVA_LONG, OBJECT);

    /** Returns a pointer to the bytes, borrowed from {@code o} and valid until it is resized. Runs no Python code. */
    public static long PyByteArray_AsString(long o) {
        try {
            return (long) PyByteArray_AsString.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyByteArray_Size = Downcall.of("PyByteArray_Size", JAVA_LONG, OBJECT);

    /** Returns the number of bytes. Runs no Python code. */
    public static long PyByteArray_Size(long o) {
        try {
            return (long) PyByteArray_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyByteArray_Resize =
            Downcall.of("PyByteArray_Resize", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyByteArray_Resize(long o, long n) {
        try {
            return (int) (long) PyByteArray_Resize.invokeExact(o, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyByteArray_Concat = Downcall.of("PyByteArray_Concat", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyByteArray_Concat(long a, long b) {
        try {
            return (long) PyByteArray_Concat.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
