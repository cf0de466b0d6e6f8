package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code import.h}: imports. */
public final class import_h {
    private import_h() {}

    private static final MethodHandle PyImport_Import = Downcall.of("PyImport_Import", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_Import(long name) {
        try {
            return (long) PyImport_Import.invokeExact(name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_ImportModule = Downcall.of("PyImport_ImportModule", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_ImportModule(long utf8) {
        try {
            return (long) PyImport_ImportModule.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_ImportModuleLevelObject =
            Downcall.of("PyImport_ImportModuleLevelObject", OBJECT, OBJECT, OBJECT, OBJECT, OBJECT, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_ImportModuleLevelObject(
            long name, long globals, long locals, long fromList, int level) {
        try {
            return (long) PyImport_ImportModuleLevelObject.invokeExact(name, globals, locals, fromList, (long) level);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_AddModule = Downcall.of("PyImport_AddModule", OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyImport_AddModule}. */
    public static final boolean HAS_PyImport_AddModule = LibPython.has("PyImport_AddModule");

    /** Returns a borrowed reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_AddModule(long utf8) {
        try {
            return (long) PyImport_AddModule.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_AddModuleObject =
            Downcall.of("PyImport_AddModuleObject", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyImport_AddModuleObject}. */
    public static final boolean HAS_PyImport_AddModuleObject = LibPython.has("PyImport_AddModuleObject");

    /** Returns a borrowed reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_AddModuleObject(long name) {
        try {
            return (long) PyImport_AddModuleObject.invokeExact(name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_AddModuleRef = Downcall.of("PyImport_AddModuleRef", OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyImport_AddModuleRef}. */
    public static final boolean HAS_PyImport_AddModuleRef = LibPython.has("PyImport_AddModuleRef");

    /** Returns a new reference, or NULL with a Python error set. May run Python code. Since 3.13. */
    public static long PyImport_AddModuleRef(long utf8) {
        try {
            return (long) PyImport_AddModuleRef.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_GetModule = Downcall.of("PyImport_GetModule", OBJECT, OBJECT);

    /**
     * Returns a new reference; NULL without a Python error if the module is not in {@code sys.modules}; or NULL with a
     * Python error set. May run Python code.
     */
    public static long PyImport_GetModule(long name) {
        try {
            return (long) PyImport_GetModule.invokeExact(name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_GetModuleDict = Downcall.of("PyImport_GetModuleDict", OBJECT);

    /** Returns a borrowed reference, never NULL. Runs no Python code. */
    public static long PyImport_GetModuleDict() {
        try {
            return (long) PyImport_GetModuleDict.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_ReloadModule = Downcall.of("PyImport_ReloadModule", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_ReloadModule(long o) {
        try {
            return (long) PyImport_ReloadModule.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_ExecCodeModuleEx =
            Downcall.of("PyImport_ExecCodeModuleEx", OBJECT, JAVA_LONG, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_ExecCodeModuleEx(long utf8, long code, long file) {
        try {
            return (long) PyImport_ExecCodeModuleEx.invokeExact(utf8, code, file);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_ExecCodeModuleObject =
            Downcall.of("PyImport_ExecCodeModuleObject", OBJECT, OBJECT, OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyImport_ExecCodeModuleObject(long name, long code, long file, long cached) {
        try {
            return (long) PyImport_ExecCodeModuleObject.invokeExact(name, code, file, cached);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_AppendInittab =
            Downcall.of("PyImport_AppendInittab", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /**
     * Returns 0, or -1 without a Python error if memory is short. Must be called before Python starts; {@code utf8}
     * must stay valid. Runs no Python code.
     */
    public static int PyImport_AppendInittab(long utf8, long function) {
        try {
            return (int) (long) PyImport_AppendInittab.invokeExact(utf8, function);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyImport_GetMagicNumber = Downcall.of("PyImport_GetMagicNumber", JAVA_LONG);

    /** Returns the magic number of {@code .pyc} files, or -1 with a Python error set. Runs no Python code. */
    public static long PyImport_GetMagicNumber() {
        try {
            return (long) PyImport_GetMagicNumber.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
