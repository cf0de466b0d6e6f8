package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code pylifecycle.h}: start and end. */
public final class pylifecycle_h {
    private pylifecycle_h() {}

    private static final MethodHandle Py_Initialize = Downcall.ofVoid("Py_Initialize");

    /** Starts Python and attaches this thread. Ends the process on failure. May run Python code. */
    public static void Py_Initialize() {
        try {
            long _ = (long) Py_Initialize.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_InitializeEx = Downcall.ofVoid("Py_InitializeEx", JAVA_INT);

    /** Starts Python and attaches this thread. Ends the process on failure. May run Python code. */
    public static void Py_InitializeEx(int handleSignals) {
        try {
            long _ = (long) Py_InitializeEx.invokeExact((long) handleSignals);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_IsInitialized = Downcall.leaf("Py_IsInitialized", JAVA_INT);

    /** Returns 1 if Python has started and has not finalized, else 0. Any thread may call it. Is a leaf. */
    public static int Py_IsInitialized() {
        try {
            return (int) (long) Py_IsInitialized.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_Finalize = Downcall.ofVoid("Py_Finalize");

    /** Finalizes Python. May run Python code. */
    public static void Py_Finalize() {
        try {
            long _ = (long) Py_Finalize.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_FinalizeEx = Downcall.of("Py_FinalizeEx", JAVA_INT);

    /** Finalizes Python. Returns 0, or -1 if the streams could not be flushed. May run Python code. */
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

    /** Returns 1 if Python is finalizing, else 0. Any thread may call it. Is a leaf. Since 3.13. */
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

    /** Returns 1 if Python is finalizing, else 0. Any thread may call it. Is a leaf. Up to 3.12. */
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

    /** Sets the name of the program, before Python starts; {@code wide} must stay valid. Runs no Python code. */
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

    /** Sets {@code PYTHONHOME}, before Python starts; {@code wide} must stay valid. Runs no Python code. */
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

    /** Sets {@code sys.path}, before Python starts; {@code wide} is copied. Runs no Python code. */
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

    /** Returns a {@code wchar_t *}, borrowed from the interpreter, which may be NULL. Runs no Python code. */
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

    /** Returns a {@code wchar_t *}, borrowed from the interpreter, which may be NULL. Runs no Python code. */
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

    /** Returns a {@code wchar_t *}, borrowed from the interpreter, which may be NULL. Runs no Python code. */
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

    /** Returns a {@code wchar_t *}, borrowed from the interpreter, which may be NULL. Runs no Python code. */
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

    /** Returns a {@code wchar_t *}, borrowed from the interpreter, which may be NULL. Runs no Python code. */
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

    /** Returns a {@code wchar_t *}, borrowed from the interpreter, which may be NULL. Runs no Python code. */
    public static long Py_GetPythonHome() {
        try {
            return (long) Py_GetPythonHome.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetVersion = Downcall.leaf("Py_GetVersion", JAVA_LONG);

    /** Returns a C string that stays valid until the process ends. Is a leaf. */
    public static long Py_GetVersion() {
        try {
            return (long) Py_GetVersion.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetPlatform = Downcall.leaf("Py_GetPlatform", JAVA_LONG);

    /** Returns a C string that stays valid until the process ends. Is a leaf. */
    public static long Py_GetPlatform() {
        try {
            return (long) Py_GetPlatform.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetCompiler = Downcall.leaf("Py_GetCompiler", JAVA_LONG);

    /** Returns a C string that stays valid until the process ends. Is a leaf. */
    public static long Py_GetCompiler() {
        try {
            return (long) Py_GetCompiler.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetBuildInfo = Downcall.leaf("Py_GetBuildInfo", JAVA_LONG);

    /** Returns a C string that stays valid until the process ends. Is a leaf. */
    public static long Py_GetBuildInfo() {
        try {
            return (long) Py_GetBuildInfo.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_AtExit = Downcall.of("Py_AtExit", JAVA_INT, JAVA_LONG);

    /** Returns 0, or -1 without a Python error if all 32 places are in use. Runs no Python code. */
    public static int Py_AtExit(long function) {
        try {
            return (int) (long) Py_AtExit.invokeExact(function);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_Exit = Downcall.ofVoid("Py_Exit", JAVA_INT);

    /** Finalizes Python and ends the process. Does not return. May run Python code. */
    public static void Py_Exit(int status) {
        try {
            long _ = (long) Py_Exit.invokeExact((long) status);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_NewInterpreter = Downcall.of("Py_NewInterpreter", JAVA_LONG);

    /**
     * Returns the thread state of a new interpreter, which is current afterwards, or NULL without a Python error on
     * failure. May run Python code.
     */
    public static long Py_NewInterpreter() {
        try {
            return (long) Py_NewInterpreter.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_EndInterpreter = Downcall.ofVoid("Py_EndInterpreter", JAVA_LONG);

    /** Ends the interpreter of the current thread state. No thread state is current afterwards. May run Python code. */
    public static void Py_EndInterpreter(long state) {
        try {
            long _ = (long) Py_EndInterpreter.invokeExact(state);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_DecodeLocale = Downcall.of("Py_DecodeLocale", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /**
     * Returns a {@code wchar_t *}, which the caller frees with {@link pymem_h#PyMem_RawFree}, or NULL without a Python
     * error. Runs no Python code.
     */
    public static long Py_DecodeLocale(long s, long size) {
        try {
            return (long) Py_DecodeLocale.invokeExact(s, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_EncodeLocale = Downcall.of("Py_EncodeLocale", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /**
     * Returns a {@code char *}, which the caller frees with {@link pymem_h#PyMem_Free}, or NULL without a Python error.
     * Runs no Python code.
     */
    public static long Py_EncodeLocale(long wide, long position) {
        try {
            return (long) Py_EncodeLocale.invokeExact(wide, position);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
