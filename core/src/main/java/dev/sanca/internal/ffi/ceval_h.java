package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code ceval.h}: the evaluator: GIL, code, globals. */
public final class ceval_h {
    private ceval_h() {}

    private static final MethodHandle PyEval_SaveThread = Downcall.of("PyEval_SaveThread", JAVA_LONG);

    /** Detaches this thread: releases the GIL and returns the thread state. Runs no Python code. */
    public static long PyEval_SaveThread() {
        try {
            return (long) PyEval_SaveThread.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_RestoreThread = Downcall.ofVoid("PyEval_RestoreThread", JAVA_LONG);

    /**
     * Attaches this thread with a thread state: waits for the GIL. Does not return if Python finalizes meanwhile. Runs
     * no Python code.
     */
    public static void PyEval_RestoreThread(long state) {
        try {
            long _ = (long) PyEval_RestoreThread.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_AcquireThread = Downcall.ofVoid("PyEval_AcquireThread", JAVA_LONG);

    /** Attaches this thread with a thread state, while none is current: waits for the GIL. Runs no Python code. */
    public static void PyEval_AcquireThread(long state) {
        try {
            long _ = (long) PyEval_AcquireThread.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_ReleaseThread = Downcall.ofVoid("PyEval_ReleaseThread", JAVA_LONG);

    /** Detaches this thread: releases the GIL. Runs no Python code. */
    public static void PyEval_ReleaseThread(long state) {
        try {
            long _ = (long) PyEval_ReleaseThread.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_InitThreads = Downcall.ofVoid("PyEval_InitThreads");

    /** Whether this Python has {@link #PyEval_InitThreads}. */
    public static final boolean HAS_PyEval_InitThreads = LibPython.has("PyEval_InitThreads");

    /** Does nothing since 3.7. Runs no Python code. */
    public static void PyEval_InitThreads() {
        try {
            long _ = (long) PyEval_InitThreads.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_EvalCode = Downcall.of("PyEval_EvalCode", OBJECT, OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyEval_EvalCode(long code, long globals, long locals) {
        try {
            return (long) PyEval_EvalCode.invokeExact(code, globals, locals);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_GetBuiltins = Downcall.of("PyEval_GetBuiltins", OBJECT);

    /** Returns a borrowed reference, never NULL. Runs no Python code. */
    public static long PyEval_GetBuiltins() {
        try {
            return (long) PyEval_GetBuiltins.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_GetGlobals = Downcall.of("PyEval_GetGlobals", OBJECT);

    /** Returns a borrowed reference, or NULL without a Python error if no Python frame runs. Runs no Python code. */
    public static long PyEval_GetGlobals() {
        try {
            return (long) PyEval_GetGlobals.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_GetLocals = Downcall.of("PyEval_GetLocals", OBJECT);

    /** Whether this Python has {@link #PyEval_GetLocals}. */
    public static final boolean HAS_PyEval_GetLocals = LibPython.has("PyEval_GetLocals");

    /** Returns a borrowed reference, or NULL without a Python error if no Python frame runs. Runs no Python code. */
    public static long PyEval_GetLocals() {
        try {
            return (long) PyEval_GetLocals.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_GetFrame = Downcall.of("PyEval_GetFrame", OBJECT);

    /** Returns a borrowed reference, or NULL without a Python error if no Python frame runs. Runs no Python code. */
    public static long PyEval_GetFrame() {
        try {
            return (long) PyEval_GetFrame.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_GetFrameBuiltins = Downcall.of("PyEval_GetFrameBuiltins", OBJECT);

    /** Whether this Python has {@link #PyEval_GetFrameBuiltins}. */
    public static final boolean HAS_PyEval_GetFrameBuiltins = LibPython.has("PyEval_GetFrameBuiltins");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.13. */
    public static long PyEval_GetFrameBuiltins() {
        try {
            return (long) PyEval_GetFrameBuiltins.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_GetFrameGlobals = Downcall.of("PyEval_GetFrameGlobals", OBJECT);

    /** Whether this Python has {@link #PyEval_GetFrameGlobals}. */
    public static final boolean HAS_PyEval_GetFrameGlobals = LibPython.has("PyEval_GetFrameGlobals");

    /**
     * Returns a new reference, or NULL without a Python error if no Python frame runs. Runs no Python code. Since 3.13.
     */
    public static long PyEval_GetFrameGlobals() {
        try {
            return (long) PyEval_GetFrameGlobals.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_GetFrameLocals = Downcall.of("PyEval_GetFrameLocals", OBJECT);

    /** Whether this Python has {@link #PyEval_GetFrameLocals}. */
    public static final boolean HAS_PyEval_GetFrameLocals = LibPython.has("PyEval_GetFrameLocals");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.13. */
    public static long PyEval_GetFrameLocals() {
        try {
            return (long) PyEval_GetFrameLocals.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_SetTrace = Downcall.ofVoid("PyEval_SetTrace", JAVA_LONG, OBJECT);

    /**
     * Sets the function for this thread, with a strong reference to {@code arg}; NULL for {@code function} removes it.
     * May run Python code.
     */
    public static void PyEval_SetTrace(long function, long arg) {
        try {
            long _ = (long) PyEval_SetTrace.invokeExact(function, arg);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyEval_SetProfile = Downcall.ofVoid("PyEval_SetProfile", JAVA_LONG, OBJECT);

    /**
     * Sets the function for this thread, with a strong reference to {@code arg}; NULL for {@code function} removes it.
     * May run Python code.
     */
    public static void PyEval_SetProfile(long function, long arg) {
        try {
            long _ = (long) PyEval_SetProfile.invokeExact(function, arg);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_AddPendingCall =
            Downcall.of("Py_AddPendingCall", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 without a Python error if the queue is full. Any thread may call it. Runs no Python code. */
    public static int Py_AddPendingCall(long function, long arg) {
        try {
            return (int) (long) Py_AddPendingCall.invokeExact(function, arg);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_MakePendingCalls = Downcall.of("Py_MakePendingCalls", JAVA_INT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int Py_MakePendingCalls() {
        try {
            return (int) (long) Py_MakePendingCalls.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetRecursionLimit = Downcall.leaf("Py_GetRecursionLimit", JAVA_INT);

    /** Returns the recursion limit of the interpreter. Is a leaf. */
    public static int Py_GetRecursionLimit() {
        try {
            return (int) (long) Py_GetRecursionLimit.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_SetRecursionLimit = Downcall.ofVoid("Py_SetRecursionLimit", JAVA_INT);

    /** Sets the recursion limit of the interpreter. Runs no Python code. */
    public static void Py_SetRecursionLimit(int limit) {
        try {
            long _ = (long) Py_SetRecursionLimit.invokeExact((long) limit);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
