package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Bytes: the functions of CPython's {@code bytesobject.h}. */
public final class bytesobject_h {
    private bytesobject_h() {}

    private static final MethodHandle PyBytes_FromStringAndSize =
            Downcall.leaf("PyBytes_FromStringAndSize", OBJECT, JAVA_LONG, JAVA_LONG);

    /** New reference, NULL on error; data is copied, or NULL for uninitialised bytes; leaf. */
    public static long PyBytes_FromStringAndSize(long data, long n) {
        try {
            return (long) PyBytes_FromStringAndSize.invokeExact(data, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_FromString = Downcall.of("PyBytes_FromString", OBJECT, JAVA_LONG);

    /** New reference, NULL on error; runs no Python code. */
    public static long PyBytes_FromString(long s) {
        try {
            return (long) PyBytes_FromString.invokeExact(s);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_FromObject = Downcall.of("PyBytes_FromObject", OBJECT, OBJECT);

    /** New reference, NULL on error; may run Python code. */
    public static long PyBytes_FromObject(long o) {
        try {
            return (long) PyBytes_FromObject.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_AsString = Downcall.of("PyBytes_AsString", JAVA_LONG, OBJECT);

    /** Pointer into o, NULL when o is not bytes; runs no Python code. */
    public static long PyBytes_AsString(long o) {
        try {
            return (long) PyBytes_AsString.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_Size = Downcall.of("PyBytes_Size", JAVA_LONG, OBJECT);

    /** -1 on error; runs no Python code. */
    public static long PyBytes_Size(long o) {
        try {
            return (long) PyBytes_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_AsStringAndSize =
            Downcall.of("PyBytes_AsStringAndSize", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** -1 on error; *buffer points into o; runs no Python code. */
    public static int PyBytes_AsStringAndSize(long o, long buffer, long size) {
        try {
            return (int) (long) PyBytes_AsStringAndSize.invokeExact(o, buffer, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBytes_Repr = Downcall.of("PyBytes_Repr", OBJECT, OBJECT, JAVA_INT);

    /** New reference, NULL on error; runs no Python code. */
    public static long PyBytes_Repr(long o, int smartquotes) {
        try {
            return (long) PyBytes_Repr.invokeExact(o, (long) smartquotes);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** New reference, NULL on error; copies the first n bytes of a Java array; leaf. */
    public static long PyBytes_FromStringAndSize(byte[] data, long n) {
        try {
            return (long) Late.PyBytes_FromStringAndSize_heap.invokeExact(MemorySegment.ofArray(data), n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Of shapes that no program needs at its start: to link each takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyBytes_FromStringAndSize_heap =
                Downcall.leafHeap("PyBytes_FromStringAndSize", OBJECT, ADDRESS, JAVA_LONG);
    }
}
