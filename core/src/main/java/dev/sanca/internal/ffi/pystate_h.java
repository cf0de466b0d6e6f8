package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code pystate.h}: thread states and interpreters. */
public final class pystate_h {
    private pystate_h() {}

    private static final MethodHandle PyThreadState_New = Downcall.of("PyThreadState_New", JAVA_LONG, JAVA_LONG);

    /** Returns a new thread state, or NULL if memory is short. The thread need not be attached. Runs no Python code. */
    public static long PyThreadState_New(long interpreter) {
        try {
            return (long) PyThreadState_New.invokeExact(interpreter);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_Clear = Downcall.ofVoid("PyThreadState_Clear", JAVA_LONG);

    /** Clears the thread state and decrements what it refers to. May run Python code. */
    public static void PyThreadState_Clear(long state) {
        try {
            long _ = (long) PyThreadState_Clear.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_Delete = Downcall.ofVoid("PyThreadState_Delete", JAVA_LONG);

    /** Deletes a cleared thread state, which must not be the current one. Runs no Python code. */
    public static void PyThreadState_Delete(long state) {
        try {
            long _ = (long) PyThreadState_Delete.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_DeleteCurrent = Downcall.ofVoid("PyThreadState_DeleteCurrent");

    /** Deletes the current thread state and releases the GIL. Runs no Python code. */
    public static void PyThreadState_DeleteCurrent() {
        try {
            long _ = (long) PyThreadState_DeleteCurrent.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_Get = Downcall.leaf("PyThreadState_Get", JAVA_LONG);

    /** Returns the current thread state, never NULL. Ends the process if this thread is not attached. Is a leaf. */
    public static long PyThreadState_Get() {
        try {
            return (long) PyThreadState_Get.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_GetUnchecked =
            Downcall.leaf("PyThreadState_GetUnchecked", JAVA_LONG);

    /** Whether this Python has {@link #PyThreadState_GetUnchecked}. */
    public static final boolean HAS_PyThreadState_GetUnchecked = LibPython.has("PyThreadState_GetUnchecked");

    /** Returns the current thread state, or NULL if this thread is not attached. Is a leaf. Since 3.13. */
    public static long PyThreadState_GetUnchecked() {
        try {
            return (long) PyThreadState_GetUnchecked.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyThreadState_UncheckedGet =
            Downcall.leaf("_PyThreadState_UncheckedGet", JAVA_LONG);

    /** Whether this Python has {@link #_PyThreadState_UncheckedGet}. */
    public static final boolean HAS__PyThreadState_UncheckedGet = LibPython.has("_PyThreadState_UncheckedGet");

    /** Returns the current thread state, or NULL if this thread is not attached. Is a leaf. Up to 3.12. */
    public static long _PyThreadState_UncheckedGet() {
        try {
            return (long) _PyThreadState_UncheckedGet.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_Swap = Downcall.of("PyThreadState_Swap", JAVA_LONG, JAVA_LONG);

    /** Makes a thread state the current one and returns the one that was; either may be NULL. Runs no Python code. */
    public static long PyThreadState_Swap(long state) {
        try {
            return (long) PyThreadState_Swap.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_GetInterpreter =
            Downcall.leaf("PyThreadState_GetInterpreter", JAVA_LONG, JAVA_LONG);

    /** Returns the interpreter of a thread state. Is a leaf. */
    public static long PyThreadState_GetInterpreter(long state) {
        try {
            return (long) PyThreadState_GetInterpreter.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_GetID = Downcall.leaf("PyThreadState_GetID", JAVA_LONG, JAVA_LONG);

    /** Returns the unique number of a thread state. Is a leaf. */
    public static long PyThreadState_GetID(long state) {
        try {
            return (long) PyThreadState_GetID.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_GetFrame = Downcall.of("PyThreadState_GetFrame", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL without a Python error if no Python frame runs. Runs no Python code. */
    public static long PyThreadState_GetFrame(long state) {
        try {
            return (long) PyThreadState_GetFrame.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_GetDict = Downcall.of("PyThreadState_GetDict", OBJECT);

    /** Returns a borrowed reference, or NULL without a Python error. Runs no Python code. */
    public static long PyThreadState_GetDict() {
        try {
            return (long) PyThreadState_GetDict.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_SetAsyncExc =
            Downcall.of("PyThreadState_SetAsyncExc", JAVA_INT, JAVA_LONG, OBJECT);

    /**
     * Returns the number of thread states changed. {@code exc} is not stolen; NULL clears a pending exception. Runs no
     * Python code.
     */
    public static int PyThreadState_SetAsyncExc(long thread, long exc) {
        try {
            return (int) (long) PyThreadState_SetAsyncExc.invokeExact(thread, exc);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnstable_ThreadState_SetStackProtection =
            Downcall.of("PyUnstable_ThreadState_SetStackProtection", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyUnstable_ThreadState_SetStackProtection}. */
    public static final boolean HAS_PyUnstable_ThreadState_SetStackProtection =
            LibPython.has("PyUnstable_ThreadState_SetStackProtection");

    /**
     * Returns 0, or -1 with a Python error set. {@code start} is the lowest address of the stack, {@code size} its size
     * in bytes. Runs no Python code. Since 3.14.
     */
    public static int PyUnstable_ThreadState_SetStackProtection(long state, long start, long size) {
        try {
            return (int) (long) PyUnstable_ThreadState_SetStackProtection.invokeExact(state, start, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnstable_ThreadState_ResetStackProtection =
            Downcall.ofVoid("PyUnstable_ThreadState_ResetStackProtection", JAVA_LONG);

    /** Whether this Python has {@link #PyUnstable_ThreadState_ResetStackProtection}. */
    public static final boolean HAS_PyUnstable_ThreadState_ResetStackProtection =
            LibPython.has("PyUnstable_ThreadState_ResetStackProtection");

    /** Restores the bounds that the operating system reports for the stack. Runs no Python code. Since 3.14. */
    public static void PyUnstable_ThreadState_ResetStackProtection(long state) {
        try {
            long _ = (long) PyUnstable_ThreadState_ResetStackProtection.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInterpreterState_Get = Downcall.leaf("PyInterpreterState_Get", JAVA_LONG);

    /** Returns the current interpreter, never NULL. Ends the process if this thread is not attached. Is a leaf. */
    public static long PyInterpreterState_Get() {
        try {
            return (long) PyInterpreterState_Get.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInterpreterState_Main = Downcall.leaf("PyInterpreterState_Main", JAVA_LONG);

    /** Returns the main interpreter. Is a leaf. */
    public static long PyInterpreterState_Main() {
        try {
            return (long) PyInterpreterState_Main.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInterpreterState_Head = Downcall.leaf("PyInterpreterState_Head", JAVA_LONG);

    /** Returns the first interpreter of the process. Is a leaf. */
    public static long PyInterpreterState_Head() {
        try {
            return (long) PyInterpreterState_Head.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInterpreterState_Next =
            Downcall.leaf("PyInterpreterState_Next", JAVA_LONG, JAVA_LONG);

    /** Returns the interpreter after this one, or NULL. Is a leaf. */
    public static long PyInterpreterState_Next(long interpreter) {
        try {
            return (long) PyInterpreterState_Next.invokeExact(interpreter);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInterpreterState_ThreadHead =
            Downcall.leaf("PyInterpreterState_ThreadHead", JAVA_LONG, JAVA_LONG);

    /** Returns the first thread state of an interpreter. Is a leaf. */
    public static long PyInterpreterState_ThreadHead(long interpreter) {
        try {
            return (long) PyInterpreterState_ThreadHead.invokeExact(interpreter);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInterpreterState_GetID =
            Downcall.of("PyInterpreterState_GetID", JAVA_LONG, JAVA_LONG);

    /** Returns the unique number of an interpreter, or -1 with a Python error set. Runs no Python code. */
    public static long PyInterpreterState_GetID(long interpreter) {
        try {
            return (long) PyInterpreterState_GetID.invokeExact(interpreter);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInterpreterState_GetDict =
            Downcall.of("PyInterpreterState_GetDict", OBJECT, JAVA_LONG);

    /** Returns a borrowed reference, or NULL without a Python error. Runs no Python code. */
    public static long PyInterpreterState_GetDict(long interpreter) {
        try {
            return (long) PyInterpreterState_GetDict.invokeExact(interpreter);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyThreadState_Next = Downcall.leaf("PyThreadState_Next", JAVA_LONG, JAVA_LONG);

    /** Returns the thread state after this one, or NULL. Is a leaf. */
    public static long PyThreadState_Next(long state) {
        try {
            return (long) PyThreadState_Next.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGILState_Ensure = Downcall.of("PyGILState_Ensure", JAVA_INT);

    /** Attaches this thread: waits for the GIL. Returns what {@link #PyGILState_Release} needs. Runs no Python code. */
    public static int PyGILState_Ensure() {
        try {
            return (int) (long) PyGILState_Ensure.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGILState_Release = Downcall.ofVoid("PyGILState_Release", JAVA_INT);

    /** Undoes a {@link #PyGILState_Ensure}. May run Python code. */
    public static void PyGILState_Release(int state) {
        try {
            long _ = (long) PyGILState_Release.invokeExact((long) state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGILState_Check = Downcall.leaf("PyGILState_Check", JAVA_INT);

    /** Returns 1 if this thread is attached, else 0. Is a leaf. */
    public static int PyGILState_Check() {
        try {
            return (int) (long) PyGILState_Check.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyGILState_GetThisThreadState =
            Downcall.leaf("PyGILState_GetThisThreadState", JAVA_LONG);

    /** Returns the thread state that {@link #PyGILState_Ensure} uses on this thread, or NULL if there is none. Is a leaf. */
    public static long PyGILState_GetThisThreadState() {
        try {
            return (long) PyGILState_GetThisThreadState.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
