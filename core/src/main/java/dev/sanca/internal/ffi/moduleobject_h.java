package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code moduleobject.h}: modules. */
public final class moduleobject_h {
    private moduleobject_h() {}

    private static final MethodHandle PyModule_New = Downcall.of("PyModule_New", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyModule_New(long utf8) {
        try {
            return (long) PyModule_New.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_NewObject = Downcall.of("PyModule_NewObject", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyModule_NewObject(long name) {
        try {
            return (long) PyModule_NewObject.invokeExact(name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_GetDict = Downcall.of("PyModule_GetDict", OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyModule_GetDict(long o) {
        try {
            return (long) PyModule_GetDict.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_GetNameObject = Downcall.of("PyModule_GetNameObject", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyModule_GetNameObject(long o) {
        try {
            return (long) PyModule_GetNameObject.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_GetFilenameObject =
            Downcall.of("PyModule_GetFilenameObject", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyModule_GetFilenameObject(long o) {
        try {
            return (long) PyModule_GetFilenameObject.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_GetState = Downcall.of("PyModule_GetState", JAVA_LONG, OBJECT);

    /**
     * Returns the memory of the module's state, borrowed from the module, or NULL if it has none. Runs no Python code.
     */
    public static long PyModule_GetState(long o) {
        try {
            return (long) PyModule_GetState.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_GetDef = Downcall.of("PyModule_GetDef", JAVA_LONG, OBJECT);

    /** Returns the definition of the module, borrowed, or NULL if it has none. Runs no Python code. */
    public static long PyModule_GetDef(long o) {
        try {
            return (long) PyModule_GetDef.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_Create2 = Downcall.of("PyModule_Create2", OBJECT, JAVA_LONG, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyModule_Create2(long def, int apiVersion) {
        try {
            return (long) PyModule_Create2.invokeExact(def, (long) apiVersion);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_FromDefAndSpec2 =
            Downcall.of("PyModule_FromDefAndSpec2", OBJECT, JAVA_LONG, OBJECT, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyModule_FromDefAndSpec2(long def, long spec, int apiVersion) {
        try {
            return (long) PyModule_FromDefAndSpec2.invokeExact(def, spec, (long) apiVersion);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_ExecDef = Downcall.of("PyModule_ExecDef", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyModule_ExecDef(long o, long def) {
        try {
            return (int) (long) PyModule_ExecDef.invokeExact(o, def);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModuleDef_Init = Downcall.of("PyModuleDef_Init", OBJECT, JAVA_LONG);

    /** Returns {@code def} as a borrowed reference. Runs no Python code. */
    public static long PyModuleDef_Init(long def) {
        try {
            return (long) PyModuleDef_Init.invokeExact(def);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_AddObjectRef =
            Downcall.of("PyModule_AddObjectRef", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal: adds a strong reference to {@code v}. May run Python
     * code.
     */
    public static int PyModule_AddObjectRef(long o, long utf8, long v) {
        try {
            return (int) (long) PyModule_AddObjectRef.invokeExact(o, utf8, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_AddStringConstant =
            Downcall.of("PyModule_AddStringConstant", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyModule_AddStringConstant(long o, long utf8, long value) {
        try {
            return (int) (long) PyModule_AddStringConstant.invokeExact(o, utf8, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_AddIntConstant =
            Downcall.of("PyModule_AddIntConstant", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyModule_AddIntConstant(long o, long utf8, long value) {
        try {
            return (int) (long) PyModule_AddIntConstant.invokeExact(o, utf8, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_AddType = Downcall.of("PyModule_AddType", JAVA_INT, OBJECT, OBJECT);

    /** Returns 0, or -1 with a Python error set. Does not steal {@code type}. May run Python code. */
    public static int PyModule_AddType(long o, long type) {
        try {
            return (int) (long) PyModule_AddType.invokeExact(o, type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_AddFunctions =
            Downcall.of("PyModule_AddFunctions", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyModule_AddFunctions(long o, long methods) {
        try {
            return (int) (long) PyModule_AddFunctions.invokeExact(o, methods);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyModule_SetDocString =
            Downcall.of("PyModule_SetDocString", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyModule_SetDocString(long o, long utf8) {
        try {
            return (int) (long) PyModule_SetDocString.invokeExact(o, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
