package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Start and end: the functions of CPython's {@code pylifecycle.h}. */
public final class pylifecycle_h {
    private pylifecycle_h() {}

    private static final MethodHandle Py_Initialize = Downcall.ofVoid("Py_Initialize");

    /** Kills the process on failure; may run Python code. */
    public static void Py_Initialize() {
        try {
            long _ = (long) Py_Initialize.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_InitializeEx = Downcall.ofVoid("Py_InitializeEx", JAVA_INT);

    /** Kills the process on failure; may run Python code. */
    public static void Py_InitializeEx(int handleSignals) {
        try {
            long _ = (long) Py_InitializeEx.invokeExact((long) handleSignals);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_IsInitialized = Downcall.leaf("Py_IsInitialized", JAVA_INT);

    /** Leaf. */
    public static int Py_IsInitialized() {
        try {
            return (int) (long) Py_IsInitialized.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_Finalize = Downcall.ofVoid("Py_Finalize");

    /** May run Python code. */
    public static void Py_Finalize() {
        try {
            long _ = (long) Py_Finalize.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_FinalizeEx = Downcall.of("Py_FinalizeEx", JAVA_INT);

    /** -1 when flushing failed; may run Python code. */
    public static int Py_FinalizeEx() {
        try {
            return (int) (long) Py_FinalizeEx.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_IsFinalizing = Downcall.leaf("Py_IsFinalizing", JAVA_INT);

    /** Whether this Python has {@link #Py_IsFinalizing}. */
    public static final boolean HAS_Py_IsFinalizing = LibPython.has("Py_IsFinalizing");

    /** Leaf. Since 3.13. */
    public static int Py_IsFinalizing() {
        try {
            return (int) (long) Py_IsFinalizing.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _Py_IsFinalizing = Downcall.leaf("_Py_IsFinalizing", JAVA_INT);

    /** Whether this Python has {@link #_Py_IsFinalizing}. */
    public static final boolean HAS__Py_IsFinalizing = LibPython.has("_Py_IsFinalizing");

    /** Leaf. Up to 3.12. */
    public static int _Py_IsFinalizing() {
        try {
            return (int) (long) _Py_IsFinalizing.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_SetProgramName = Downcall.ofVoid("Py_SetProgramName", JAVA_LONG);

    /** Whether this Python has {@link #Py_SetProgramName}. */
    public static final boolean HAS_Py_SetProgramName = LibPython.has("Py_SetProgramName");

    /** The string must stay alive; runs no Python code. */
    public static void Py_SetProgramName(long wide) {
        try {
            long _ = (long) Py_SetProgramName.invokeExact(wide);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_SetPythonHome = Downcall.ofVoid("Py_SetPythonHome", JAVA_LONG);

    /** Whether this Python has {@link #Py_SetPythonHome}. */
    public static final boolean HAS_Py_SetPythonHome = LibPython.has("Py_SetPythonHome");

    /** The string must stay alive; runs no Python code. */
    public static void Py_SetPythonHome(long wide) {
        try {
            long _ = (long) Py_SetPythonHome.invokeExact(wide);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_SetPath = Downcall.ofVoid("Py_SetPath", JAVA_LONG);

    /** Whether this Python has {@link #Py_SetPath}. */
    public static final boolean HAS_Py_SetPath = LibPython.has("Py_SetPath");

    /** Runs no Python code. */
    public static void Py_SetPath(long wide) {
        try {
            long _ = (long) Py_SetPath.invokeExact(wide);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetProgramName = Downcall.of("Py_GetProgramName", JAVA_LONG);

    /** Whether this Python has {@link #Py_GetProgramName}. */
    public static final boolean HAS_Py_GetProgramName = LibPython.has("Py_GetProgramName");

    /** Wchar_t*; runs no Python code. */
    public static long Py_GetProgramName() {
        try {
            return (long) Py_GetProgramName.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetProgramFullPath = Downcall.of("Py_GetProgramFullPath", JAVA_LONG);

    /** Whether this Python has {@link #Py_GetProgramFullPath}. */
    public static final boolean HAS_Py_GetProgramFullPath = LibPython.has("Py_GetProgramFullPath");

    /** Wchar_t*; runs no Python code. */
    public static long Py_GetProgramFullPath() {
        try {
            return (long) Py_GetProgramFullPath.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetPrefix = Downcall.of("Py_GetPrefix", JAVA_LONG);

    /** Whether this Python has {@link #Py_GetPrefix}. */
    public static final boolean HAS_Py_GetPrefix = LibPython.has("Py_GetPrefix");

    /** Wchar_t*; runs no Python code. */
    public static long Py_GetPrefix() {
        try {
            return (long) Py_GetPrefix.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetExecPrefix = Downcall.of("Py_GetExecPrefix", JAVA_LONG);

    /** Whether this Python has {@link #Py_GetExecPrefix}. */
    public static final boolean HAS_Py_GetExecPrefix = LibPython.has("Py_GetExecPrefix");

    /** Wchar_t*; runs no Python code. */
    public static long Py_GetExecPrefix() {
        try {
            return (long) Py_GetExecPrefix.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetPath = Downcall.of("Py_GetPath", JAVA_LONG);

    /** Whether this Python has {@link #Py_GetPath}. */
    public static final boolean HAS_Py_GetPath = LibPython.has("Py_GetPath");

    /** Wchar_t*; runs no Python code. */
    public static long Py_GetPath() {
        try {
            return (long) Py_GetPath.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetPythonHome = Downcall.of("Py_GetPythonHome", JAVA_LONG);

    /** Whether this Python has {@link #Py_GetPythonHome}. */
    public static final boolean HAS_Py_GetPythonHome = LibPython.has("Py_GetPythonHome");

    /** Wchar_t*; runs no Python code. */
    public static long Py_GetPythonHome() {
        try {
            return (long) Py_GetPythonHome.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetVersion = Downcall.leaf("Py_GetVersion", JAVA_LONG);

    /** A static C string; leaf. */
    public static long Py_GetVersion() {
        try {
            return (long) Py_GetVersion.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetPlatform = Downcall.leaf("Py_GetPlatform", JAVA_LONG);

    /** A static C string; leaf. */
    public static long Py_GetPlatform() {
        try {
            return (long) Py_GetPlatform.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetCompiler = Downcall.leaf("Py_GetCompiler", JAVA_LONG);

    /** A static C string; leaf. */
    public static long Py_GetCompiler() {
        try {
            return (long) Py_GetCompiler.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetBuildInfo = Downcall.leaf("Py_GetBuildInfo", JAVA_LONG);

    /** A static C string; leaf. */
    public static long Py_GetBuildInfo() {
        try {
            return (long) Py_GetBuildInfo.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_AtExit = Downcall.of("Py_AtExit", JAVA_INT, JAVA_LONG);

    /** -1 when all 32 places are taken; runs no Python code. */
    public static int Py_AtExit(long function) {
        try {
            return (int) (long) Py_AtExit.invokeExact(function);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_Exit = Downcall.ofVoid("Py_Exit", JAVA_INT);

    /** Does not return; may run Python code. */
    public static void Py_Exit(int status) {
        try {
            long _ = (long) Py_Exit.invokeExact((long) status);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_NewInterpreter = Downcall.of("Py_NewInterpreter", JAVA_LONG);

    /** A thread state, NULL on failure; may run Python code. */
    public static long Py_NewInterpreter() {
        try {
            return (long) Py_NewInterpreter.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_EndInterpreter = Downcall.ofVoid("Py_EndInterpreter", JAVA_LONG);

    /** May run Python code. */
    public static void Py_EndInterpreter(long state) {
        try {
            long _ = (long) Py_EndInterpreter.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_DecodeLocale = Downcall.of("Py_DecodeLocale", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Wchar_t* of PyMem_RawMalloc, NULL on error; runs no Python code. */
    public static long Py_DecodeLocale(long s, long size) {
        try {
            return (long) Py_DecodeLocale.invokeExact(s, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_EncodeLocale = Downcall.of("Py_EncodeLocale", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Char* of PyMem_Malloc, NULL on error; runs no Python code. */
    public static long Py_EncodeLocale(long wide, long position) {
        try {
            return (long) Py_EncodeLocale.invokeExact(wide, position);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
