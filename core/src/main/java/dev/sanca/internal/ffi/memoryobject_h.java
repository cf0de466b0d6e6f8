package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code memoryobject.h}: memory views. */
public final class memoryobject_h {
    private memoryobject_h() {}

    private static final MethodHandle PyMemoryView_FromObject = Downcall.of("PyMemoryView_FromObject", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyMemoryView_FromObject(long o) {
        try {
            return (long) PyMemoryView_FromObject.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMemoryView_FromMemory =
            Downcall.of("PyMemoryView_FromMemory", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /**
     * Returns a new reference, or NULL with a Python error set. The memory must outlive the view. May run the cyclic
     * garbage collector.
     */
    public static long PyMemoryView_FromMemory(long data, long n, int flags) {
        try {
            return (long) PyMemoryView_FromMemory.invokeExact(data, n, (long) flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMemoryView_FromBuffer =
            Downcall.of("PyMemoryView_FromBuffer", OBJECT, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. Copies the {@code Py_buffer}; its memory must outlive
     * the view. May run the cyclic garbage collector.
     */
    public static long PyMemoryView_FromBuffer(long view) {
        try {
            return (long) PyMemoryView_FromBuffer.invokeExact(view);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMemoryView_GetContiguous =
            Downcall.of("PyMemoryView_GetContiguous", OBJECT, OBJECT, JAVA_INT, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyMemoryView_GetContiguous(long o, int flags, int order) {
        try {
            return (long) PyMemoryView_GetContiguous.invokeExact(o, (long) flags, (long) order);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
