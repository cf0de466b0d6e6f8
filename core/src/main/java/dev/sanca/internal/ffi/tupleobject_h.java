package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Tuples: the functions of CPython's {@code tupleobject.h}. */
public final class tupleobject_h {
    private tupleobject_h() {}

    private static final MethodHandle PyTuple_New = Downcall.of("PyTuple_New", OBJECT, JAVA_LONG);

    /** New reference, NULL on error; n slots that are NULL until set; may run the collector. */
    public static long PyTuple_New(long n) {
        try {
            return (long) PyTuple_New.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_Size = Downcall.of("PyTuple_Size", JAVA_LONG, OBJECT);

    /** -1 on error; runs no Python code. */
    public static long PyTuple_Size(long o) {
        try {
            return (long) PyTuple_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_GetItem = Downcall.of("PyTuple_GetItem", OBJECT, OBJECT, JAVA_LONG);

    /** Borrowed reference, NULL on error; runs no Python code. */
    public static long PyTuple_GetItem(long o, long i) {
        try {
            return (long) PyTuple_GetItem.invokeExact(o, i);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_SetItem =
            Downcall.of("PyTuple_SetItem", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /** Steals: only for a fresh tuple with one owner; takes v even on error; -1 on error; may run Python code. */
    public static int PyTuple_SetItem(long o, long i, long v) {
        try {
            return (int) (long) PyTuple_SetItem.invokeExact(o, i, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_GetSlice =
            Downcall.of("PyTuple_GetSlice", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** New reference, NULL on error; may run the collector. */
    public static long PyTuple_GetSlice(long o, long i, long j) {
        try {
            return (long) PyTuple_GetSlice.invokeExact(o, i, j);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
