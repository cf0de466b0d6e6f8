package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Object memory and the cyclic collector: the functions of CPython's {@code objimpl.h}. */
public final class objimpl_h {
    private objimpl_h() {}

    private static final MethodHandle PyObject_Malloc = Downcall.of("PyObject_Malloc", JAVA_LONG, JAVA_LONG);

    /** A block, NULL without an exception; runs no Python code. */
    public static long PyObject_Malloc(long n) {
        try {
            return (long) PyObject_Malloc.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Free = Downcall.ofVoid("PyObject_Free", JAVA_LONG);

    /** Only a block of PyObject_Malloc; runs no Python code. */
    public static void PyObject_Free(long p) {
        try {
            long _ = (long) PyObject_Free.invokeExact(p);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Init = Downcall.of("PyObject_Init", OBJECT, OBJECT, OBJECT);

    /** Borrowed reference, never NULL; runs no Python code. */
    public static long PyObject_Init(long o, long type) {
        try {
            return (long) PyObject_Init.invokeExact(o, type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyObject_New = Downcall.of("_PyObject_New", OBJECT, OBJECT);

    /** New reference, NULL on error; may run the collector. */
    public static long _PyObject_New(long type) {
        try {
            return (long) _PyObject_New.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyObject_GC_New = Downcall.of("_PyObject_GC_New", OBJECT, OBJECT);

    /** New reference, NULL on error; may run the collector. */
    public static long _PyObject_GC_New(long type) {
        try {
            return (long) _PyObject_GC_New.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_Track = Downcall.ofVoid("PyObject_GC_Track", JAVA_LONG);

    /** Runs no Python code. */
    public static void PyObject_GC_Track(long o) {
        try {
            long _ = (long) PyObject_GC_Track.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_UnTrack = Downcall.ofVoid("PyObject_GC_UnTrack", JAVA_LONG);

    /** Runs no Python code. */
    public static void PyObject_GC_UnTrack(long o) {
        try {
            long _ = (long) PyObject_GC_UnTrack.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_Del = Downcall.ofVoid("PyObject_GC_Del", JAVA_LONG);

    /** Runs no Python code. */
    public static void PyObject_GC_Del(long o) {
        try {
            long _ = (long) PyObject_GC_Del.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_IsTracked = Downcall.leaf("PyObject_GC_IsTracked", JAVA_INT, OBJECT);

    /** 1 or 0; leaf. */
    public static int PyObject_GC_IsTracked(long o) {
        try {
            return (int) (long) PyObject_GC_IsTracked.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GC_IsFinalized =
            Downcall.leaf("PyObject_GC_IsFinalized", JAVA_INT, OBJECT);

    /** 1 or 0; leaf. */
    public static int PyObject_GC_IsFinalized(long o) {
        try {
            return (int) (long) PyObject_GC_IsFinalized.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_Collect = Downcall.of("PyGC_Collect", JAVA_LONG);

    /** Number of objects found; may run Python code. */
    public static long PyGC_Collect() {
        try {
            return (long) PyGC_Collect.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_Enable = Downcall.of("PyGC_Enable", JAVA_INT);

    /** The state before; runs no Python code. */
    public static int PyGC_Enable() {
        try {
            return (int) (long) PyGC_Enable.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_Disable = Downcall.of("PyGC_Disable", JAVA_INT);

    /** The state before; runs no Python code. */
    public static int PyGC_Disable() {
        try {
            return (int) (long) PyGC_Disable.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGC_IsEnabled = Downcall.leaf("PyGC_IsEnabled", JAVA_INT);

    /** 1 or 0; leaf. */
    public static int PyGC_IsEnabled() {
        try {
            return (int) (long) PyGC_IsEnabled.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
