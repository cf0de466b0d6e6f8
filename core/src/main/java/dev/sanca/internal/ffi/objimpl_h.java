package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code objimpl.h}: object memory and the cyclic collector. */
public final class objimpl_h {
    private objimpl_h() {}

    private static final MethodHandle PyObject_Malloc = Downcall.of("PyObject_Malloc", JAVA_LONG, JAVA_LONG);

    /** Returns a block, or NULL without a Python error if memory is short. Runs no Python code. */
    public static long PyObject_Malloc(long n) {
        try {
            return (long) PyObject_Malloc.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Free = Downcall.ofVoid("PyObject_Free", JAVA_LONG);

    /** Frees a block of {@link #PyObject_Malloc}; NULL is ignored. Runs no Python code. */
    public static void PyObject_Free(long p) {
        try {
            long _ = (long) PyObject_Free.invokeExact(p);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Init = Downcall.of("PyObject_Init", OBJECT, OBJECT, OBJECT);

    /**
     * Returns {@code o} with its type set and one reference, which is the caller's. Increments a heap type. Runs no
     * Python code.
     */
    public static long PyObject_Init(long o, long type) {
        try {
            return (long) PyObject_Init.invokeExact(o, type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyObject_New = Downcall.of("_PyObject_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long _PyObject_New(long type) {
        try {
            return (long) _PyObject_New.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyObject_GC_New = Downcall.of("_PyObject_GC_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long _PyObject_GC_New(long type) {
        try {
            return (long) _PyObject_GC_New.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_Track = Downcall.ofVoid("PyObject_GC_Track", JAVA_LONG);

    /** Adds the object to those that the cyclic garbage collector tracks. Runs no Python code. */
    public static void PyObject_GC_Track(long o) {
        try {
            long _ = (long) PyObject_GC_Track.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_UnTrack = Downcall.ofVoid("PyObject_GC_UnTrack", JAVA_LONG);

    /** Removes the object from those that the cyclic garbage collector tracks. Runs no Python code. */
    public static void PyObject_GC_UnTrack(long o) {
        try {
            long _ = (long) PyObject_GC_UnTrack.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_Del = Downcall.ofVoid("PyObject_GC_Del", JAVA_LONG);

    /** Frees the memory of an object of {@link #_PyObject_GC_New}. Runs no Python code. */
    public static void PyObject_GC_Del(long o) {
        try {
            long _ = (long) PyObject_GC_Del.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_IsTracked = Downcall.leaf("PyObject_GC_IsTracked", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyObject_GC_IsTracked(long o) {
        try {
            return (int) (long) PyObject_GC_IsTracked.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_IsFinalized =
            Downcall.leaf("PyObject_GC_IsFinalized", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyObject_GC_IsFinalized(long o) {
        try {
            return (int) (long) PyObject_GC_IsFinalized.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_Collect = Downcall.of("PyGC_Collect", JAVA_LONG);

    /** Runs a full collection. Returns the number of unreachable objects that it found. May run Python code. */
    public static long PyGC_Collect() {
        try {
            return (long) PyGC_Collect.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_Enable = Downcall.of("PyGC_Enable", JAVA_INT);

    /** Enables the cyclic garbage collector. Returns 1 if it was enabled before, else 0. Runs no Python code. */
    public static int PyGC_Enable() {
        try {
            return (int) (long) PyGC_Enable.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_Disable = Downcall.of("PyGC_Disable", JAVA_INT);

    /** Disables the cyclic garbage collector. Returns 1 if it was enabled before, else 0. Runs no Python code. */
    public static int PyGC_Disable() {
        try {
            return (int) (long) PyGC_Disable.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_IsEnabled = Downcall.leaf("PyGC_IsEnabled", JAVA_INT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyGC_IsEnabled() {
        try {
            return (int) (long) PyGC_IsEnabled.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
