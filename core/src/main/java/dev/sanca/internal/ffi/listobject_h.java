package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code listobject.h}: lists. */
public final class listobject_h {
    private listobject_h() {}

    private static final MethodHandle PyList_New = Downcall.of("PyList_New", OBJECT, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. The {@code n} items are NULL until they are set. May
     * run the cyclic garbage collector.
     */
    public static long PyList_New(long n) {
        try {
            return (long) PyList_New.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_Size = Downcall.of("PyList_Size", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. Runs no Python code. */
    public static long PyList_Size(long o) {
        try {
            return (long) PyList_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_GetItem = Downcall.of("PyList_GetItem", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyList_GetItem(long o, long i) {
        try {
            return (long) PyList_GetItem.invokeExact(o, i);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_GetItemRef = Downcall.of("PyList_GetItemRef", OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyList_GetItemRef}. */
    public static final boolean HAS_PyList_GetItemRef = LibPython.has("PyList_GetItemRef");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.13. */
    public static long PyList_GetItemRef(long o, long i) {
        try {
            return (long) PyList_GetItemRef.invokeExact(o, i);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_SetItem =
            Downcall.of("PyList_SetItem", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Steals {@code v}, on error too, and decrements the item that was there.
     * May run Python code.
     */
    public static int PyList_SetItem(long o, long i, long v) {
        try {
            return (int) (long) PyList_SetItem.invokeExact(o, i, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_Insert = Downcall.of("PyList_Insert", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal: adds a strong reference to {@code v}. Runs no Python
     * code.
     */
    public static int PyList_Insert(long o, long i, long v) {
        try {
            return (int) (long) PyList_Insert.invokeExact(o, i, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_Append = Downcall.of("PyList_Append", JAVA_INT, OBJECT, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal: adds a strong reference to {@code v}. Runs no Python
     * code.
     */
    public static int PyList_Append(long o, long v) {
        try {
            return (int) (long) PyList_Append.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_GetSlice =
            Downcall.of("PyList_GetSlice", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyList_GetSlice(long o, long i, long j) {
        try {
            return (long) PyList_GetSlice.invokeExact(o, i, j);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_SetSlice =
            Downcall.of("PyList_SetSlice", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, OBJECT);

    /** Returns 0, or -1 with a Python error set. NULL for {@code seq} deletes the slice. May run Python code. */
    public static int PyList_SetSlice(long o, long i, long j, long seq) {
        try {
            return (int) (long) PyList_SetSlice.invokeExact(o, i, j, seq);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_Sort = Downcall.of("PyList_Sort", JAVA_INT, OBJECT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyList_Sort(long o) {
        try {
            return (int) (long) PyList_Sort.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_Reverse = Downcall.of("PyList_Reverse", JAVA_INT, OBJECT);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyList_Reverse(long o) {
        try {
            return (int) (long) PyList_Reverse.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_Extend = Downcall.of("PyList_Extend", JAVA_INT, OBJECT, OBJECT);

    /** Whether this Python has {@link #PyList_Extend}. */
    public static final boolean HAS_PyList_Extend = LibPython.has("PyList_Extend");

    /** Returns 0, or -1 with a Python error set. May run Python code. Since 3.13. */
    public static int PyList_Extend(long o, long iterable) {
        try {
            return (int) (long) PyList_Extend.invokeExact(o, iterable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_Clear = Downcall.of("PyList_Clear", JAVA_INT, OBJECT);

    /** Whether this Python has {@link #PyList_Clear}. */
    public static final boolean HAS_PyList_Clear = LibPython.has("PyList_Clear");

    /** Returns 0, or -1 with a Python error set. May run Python code. Since 3.13. */
    public static int PyList_Clear(long o) {
        try {
            return (int) (long) PyList_Clear.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyList_AsTuple = Downcall.of("PyList_AsTuple", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyList_AsTuple(long o) {
        try {
            return (long) PyList_AsTuple.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
