package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code tupleobject.h}: tuples. */
public final class tupleobject_h {
    private tupleobject_h() {}

    private static final MethodHandle PyTuple_New = Downcall.of("PyTuple_New", OBJECT, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. The {@code n} items are NULL until they are set. May
     * run the cyclic garbage collector.
     */
    public static long PyTuple_New(long n) {
        try {
            return (long) PyTuple_New.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_Size = Downcall.of("PyTuple_Size", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. Runs no Python code. */
    public static long PyTuple_Size(long o) {
        try {
            return (long) PyTuple_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_GetItem = Downcall.of("PyTuple_GetItem", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyTuple_GetItem(long o, long i) {
        try {
            return (long) PyTuple_GetItem.invokeExact(o, i);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_SetItem =
            Downcall.of("PyTuple_SetItem", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Steals {@code v}, on error too. The tuple must be new, with one
     * reference. May run Python code.
     */
    public static int PyTuple_SetItem(long o, long i, long v) {
        try {
            return (int) (long) PyTuple_SetItem.invokeExact(o, i, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyTuple_GetSlice =
            Downcall.of("PyTuple_GetSlice", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyTuple_GetSlice(long o, long i, long j) {
        try {
            return (long) PyTuple_GetSlice.invokeExact(o, i, j);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
