package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code sliceobject.h}: slices. */
public final class sliceobject_h {
    private sliceobject_h() {}

    private static final MethodHandle PySlice_New = Downcall.of("PySlice_New", OBJECT, OBJECT, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. Does not steal its arguments; NULL stands for
     * {@code None}. May run the cyclic garbage collector.
     */
    public static long PySlice_New(long start, long stop, long step) {
        try {
            return (long) PySlice_New.invokeExact(start, stop, step);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySlice_Unpack =
            Downcall.of("PySlice_Unpack", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. Stores three {@code Py_ssize_t}. May run Python code. */
    public static int PySlice_Unpack(long o, long start, long stop, long step) {
        try {
            return (int) (long) PySlice_Unpack.invokeExact(o, start, stop, step);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySlice_AdjustIndices =
            Downcall.leaf("PySlice_AdjustIndices", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns the number of items in the slice. Clips {@code *start} and {@code *stop} to the length. Is a leaf. */
    public static long PySlice_AdjustIndices(long length, long start, long stop, long step) {
        try {
            return (long) PySlice_AdjustIndices.invokeExact(length, start, stop, step);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySlice_GetIndicesEx = Downcall.of(
            "PySlice_GetIndicesEx", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. Stores four {@code Py_ssize_t}. May run Python code. */
    public static int PySlice_GetIndicesEx(long o, long length, long start, long stop, long step, long count) {
        try {
            return (int) (long) PySlice_GetIndicesEx.invokeExact(o, length, start, stop, step, count);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
