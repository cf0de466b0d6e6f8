package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Slices: the functions of CPython's {@code sliceobject.h}. */
public final class sliceobject_h {
    private sliceobject_h() {}

    private static final MethodHandle PySlice_New = Downcall.of("PySlice_New", OBJECT, OBJECT, OBJECT, OBJECT);

    /** New reference, NULL on error; NULLs mean None; may run the collector. */
    public static long PySlice_New(long start, long stop, long step) {
        try {
            return (long) PySlice_New.invokeExact(start, stop, step);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySlice_Unpack =
            Downcall.of("PySlice_Unpack", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** -1 on error; writes three Py_ssize_t; may run Python code. */
    public static int PySlice_Unpack(long o, long start, long stop, long step) {
        try {
            return (int) (long) PySlice_Unpack.invokeExact(o, start, stop, step);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySlice_AdjustIndices =
            Downcall.leaf("PySlice_AdjustIndices", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Items in the slice; corrects *start and *stop; leaf. */
    public static long PySlice_AdjustIndices(long length, long start, long stop, long step) {
        try {
            return (long) PySlice_AdjustIndices.invokeExact(length, start, stop, step);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySlice_GetIndicesEx = Downcall.of(
            "PySlice_GetIndicesEx", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** -1 on error; may run Python code. */
    public static int PySlice_GetIndicesEx(long o, long length, long start, long stop, long step, long count) {
        try {
            return (int) (long) PySlice_GetIndicesEx.invokeExact(o, length, start, stop, step, count);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
