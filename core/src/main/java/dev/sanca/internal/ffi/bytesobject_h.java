package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code bytesobject.h}: bytes. */
public final class bytesobject_h {
    private bytesobject_h() {}

    private static final MethodHandle PyBytes_FromStringAndSize =
            Downcall.leaf("PyBytes_FromStringAndSize", OBJECT, JAVA_LONG, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. Copies {@code n} bytes from {@code data}; if
     * {@code data} is NULL, the bytes are uninitialised. Is a leaf.
     */
    public static long PyBytes_FromStringAndSize(long data, long n) {
        try {
            return (long) PyBytes_FromStringAndSize.invokeExact(data, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_FromString = Downcall.of("PyBytes_FromString", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyBytes_FromString(long s) {
        try {
            return (long) PyBytes_FromString.invokeExact(s);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_FromObject = Downcall.of("PyBytes_FromObject", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyBytes_FromObject(long o) {
        try {
            return (long) PyBytes_FromObject.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_AsString = Downcall.of("PyBytes_AsString", JAVA_LONG, OBJECT);

    /**
     * Returns a pointer to the bytes, borrowed from {@code o}, or NULL with a Python error set if {@code o} is no
     * {@code bytes}. Runs no Python code.
     */
    public static long PyBytes_AsString(long o) {
        try {
            return (long) PyBytes_AsString.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_Size = Downcall.of("PyBytes_Size", JAVA_LONG, OBJECT);

    /** Returns the number of bytes, or -1 with a Python error set. Runs no Python code. */
    public static long PyBytes_Size(long o) {
        try {
            return (long) PyBytes_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_AsStringAndSize =
            Downcall.of("PyBytes_AsStringAndSize", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /**
     * Returns 0, or -1 with a Python error set. Stores a pointer to the bytes, borrowed from {@code o}, in
     * {@code *buffer}. Runs no Python code.
     */
    public static int PyBytes_AsStringAndSize(long o, long buffer, long size) {
        try {
            return (int) (long) PyBytes_AsStringAndSize.invokeExact(o, buffer, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_Repr = Downcall.of("PyBytes_Repr", OBJECT, OBJECT, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyBytes_Repr(long o, int smartquotes) {
        try {
            return (long) PyBytes_Repr.invokeExact(o, (long) smartquotes);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Returns a new reference, or NULL with a Python error set. Copies the first {@code n} bytes of a Java array. Is a leaf.
     */
    public static long PyBytes_FromStringAndSize(byte[] data, long n) {
        try {
            return (long) Late.PyBytes_FromStringAndSize_heap.invokeExact(MemorySegment.ofArray(data), n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** The handles of functions that no program needs while it starts: linking a call shape takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyBytes_FromStringAndSize_heap =
                Downcall.leafHeap("PyBytes_FromStringAndSize", OBJECT, ADDRESS, JAVA_LONG);
    }
}
