package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code initconfig.h}: configuration of the start. */
public final class initconfig_h {
    private initconfig_h() {}

    private static final MethodHandle PyInitConfig_Create = Downcall.of("PyInitConfig_Create", JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_Create}. */
    public static final boolean HAS_PyInitConfig_Create = LibPython.has("PyInitConfig_Create");

    /**
     * Returns a configuration, which the caller frees with {@link #PyInitConfig_Free}, or NULL if memory is short. Runs
     * no Python code. Since 3.14.
     */
    public static long PyInitConfig_Create() {
        try {
            return (long) PyInitConfig_Create.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_Free = Downcall.ofVoid("PyInitConfig_Free", JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_Free}. */
    public static final boolean HAS_PyInitConfig_Free = LibPython.has("PyInitConfig_Free");

    /** Frees a configuration; NULL is ignored. Runs no Python code. Since 3.14. */
    public static void PyInitConfig_Free(long config) {
        try {
            long _ = (long) PyInitConfig_Free.invokeExact(config);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_GetError =
            Downcall.of("PyInitConfig_GetError", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_GetError}. */
    public static final boolean HAS_PyInitConfig_GetError = LibPython.has("PyInitConfig_GetError");

    /**
     * Returns 1 and stores a C string, valid until the next call with this configuration, in {@code *error}; returns 0
     * if there is no error. Runs no Python code. Since 3.14.
     */
    public static int PyInitConfig_GetError(long config, long error) {
        try {
            return (int) (long) PyInitConfig_GetError.invokeExact(config, error);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_GetExitCode =
            Downcall.of("PyInitConfig_GetExitCode", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_GetExitCode}. */
    public static final boolean HAS_PyInitConfig_GetExitCode = LibPython.has("PyInitConfig_GetExitCode");

    /**
     * Returns 1 and stores the exit code in {@code *code} if the configuration asks for an exit, or returns 0. Runs no
     * Python code. Since 3.14.
     */
    public static int PyInitConfig_GetExitCode(long config, long code) {
        try {
            return (int) (long) PyInitConfig_GetExitCode.invokeExact(config, code);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_HasOption =
            Downcall.of("PyInitConfig_HasOption", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_HasOption}. */
    public static final boolean HAS_PyInitConfig_HasOption = LibPython.has("PyInitConfig_HasOption");

    /** Returns 1 or 0. Runs no Python code. Since 3.14. */
    public static int PyInitConfig_HasOption(long config, long name) {
        try {
            return (int) (long) PyInitConfig_HasOption.invokeExact(config, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_SetInt =
            Downcall.of("PyInitConfig_SetInt", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_SetInt}. */
    public static final boolean HAS_PyInitConfig_SetInt = LibPython.has("PyInitConfig_SetInt");

    /**
     * Returns 0, or -1 without a Python exception: {@link #PyInitConfig_GetError} has the error. Runs no Python code.
     * Since 3.14.
     */
    public static int PyInitConfig_SetInt(long config, long name, long value) {
        try {
            return (int) (long) PyInitConfig_SetInt.invokeExact(config, name, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_SetStr =
            Downcall.of("PyInitConfig_SetStr", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_SetStr}. */
    public static final boolean HAS_PyInitConfig_SetStr = LibPython.has("PyInitConfig_SetStr");

    /**
     * Returns 0, or -1 without a Python exception: {@link #PyInitConfig_GetError} has the error. Runs no Python code.
     * Since 3.14.
     */
    public static int PyInitConfig_SetStr(long config, long name, long utf8) {
        try {
            return (int) (long) PyInitConfig_SetStr.invokeExact(config, name, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_SetStrList =
            Downcall.of("PyInitConfig_SetStrList", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_SetStrList}. */
    public static final boolean HAS_PyInitConfig_SetStrList = LibPython.has("PyInitConfig_SetStrList");

    /**
     * Returns 0, or -1 without a Python exception: {@link #PyInitConfig_GetError} has the error. Runs no Python code.
     * Since 3.14.
     */
    public static int PyInitConfig_SetStrList(long config, long name, long n, long items) {
        try {
            return (int) (long) PyInitConfig_SetStrList.invokeExact(config, name, n, items);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyInitConfig_AddModule =
            Downcall.of("PyInitConfig_AddModule", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyInitConfig_AddModule}. */
    public static final boolean HAS_PyInitConfig_AddModule = LibPython.has("PyInitConfig_AddModule");

    /**
     * Returns 0, or -1 without a Python exception: {@link #PyInitConfig_GetError} has the error. Runs no Python code.
     * Since 3.14.
     */
    public static int PyInitConfig_AddModule(long config, long name, long function) {
        try {
            return (int) (long) PyInitConfig_AddModule.invokeExact(config, name, function);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_InitializeFromInitConfig =
            Downcall.of("Py_InitializeFromInitConfig", JAVA_INT, JAVA_LONG);

    /** Whether this Python has {@link #Py_InitializeFromInitConfig}. */
    public static final boolean HAS_Py_InitializeFromInitConfig = LibPython.has("Py_InitializeFromInitConfig");

    /**
     * Returns 0, or -1 without a Python exception: {@link #PyInitConfig_GetError} has the error. May run Python code.
     * Since 3.14.
     */
    public static int Py_InitializeFromInitConfig(long config) {
        try {
            return (int) (long) Py_InitializeFromInitConfig.invokeExact(config);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyConfig_Get = Downcall.of("PyConfig_Get", OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyConfig_Get}. */
    public static final boolean HAS_PyConfig_Get = LibPython.has("PyConfig_Get");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.14. */
    public static long PyConfig_Get(long name) {
        try {
            return (long) PyConfig_Get.invokeExact(name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyConfig_Set = Downcall.of("PyConfig_Set", JAVA_INT, JAVA_LONG, OBJECT);

    /** Whether this Python has {@link #PyConfig_Set}. */
    public static final boolean HAS_PyConfig_Set = LibPython.has("PyConfig_Set");

    /** Returns 0, or -1 with a Python error set. May run Python code. Since 3.14. */
    public static int PyConfig_Set(long name, long value) {
        try {
            return (int) (long) PyConfig_Set.invokeExact(name, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
