package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code pycapsule.h}: capsules. */
public final class pycapsule_h {
    private pycapsule_h() {}

    private static final MethodHandle PyCapsule_New =
            Downcall.of("PyCapsule_New", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code name} must outlive the capsule. May run the
     * cyclic garbage collector.
     */
    public static long PyCapsule_New(long pointer, long name, long destructor) {
        try {
            return (long) PyCapsule_New.invokeExact(pointer, name, destructor);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_GetPointer =
            Downcall.leaf("PyCapsule_GetPointer", JAVA_LONG, OBJECT, JAVA_LONG);

    /** Returns the pointer of a capsule. {@code o} must be a capsule of this name. Is a leaf. */
    public static long PyCapsule_GetPointer(long o, long name) {
        try {
            return (long) PyCapsule_GetPointer.invokeExact(o, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_IsValid =
            Downcall.leaf("PyCapsule_IsValid", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyCapsule_IsValid(long o, long name) {
        try {
            return (int) (long) PyCapsule_IsValid.invokeExact(o, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_GetName = Downcall.of("PyCapsule_GetName", JAVA_LONG, OBJECT);

    /**
     * Returns the name, borrowed from the capsule, which may be NULL; or NULL with a Python error set. Runs no Python
     * code.
     */
    public static long PyCapsule_GetName(long o) {
        try {
            return (long) PyCapsule_GetName.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_GetContext = Downcall.of("PyCapsule_GetContext", JAVA_LONG, OBJECT);

    /** Returns the context, which may be NULL; or NULL with a Python error set. Runs no Python code. */
    public static long PyCapsule_GetContext(long o) {
        try {
            return (long) PyCapsule_GetContext.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_SetContext =
            Downcall.of("PyCapsule_SetContext", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyCapsule_SetContext(long o, long context) {
        try {
            return (int) (long) PyCapsule_SetContext.invokeExact(o, context);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_SetPointer =
            Downcall.of("PyCapsule_SetPointer", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyCapsule_SetPointer(long o, long pointer) {
        try {
            return (int) (long) PyCapsule_SetPointer.invokeExact(o, pointer);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_SetName = Downcall.of("PyCapsule_SetName", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyCapsule_SetName(long o, long name) {
        try {
            return (int) (long) PyCapsule_SetName.invokeExact(o, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_SetDestructor =
            Downcall.of("PyCapsule_SetDestructor", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyCapsule_SetDestructor(long o, long destructor) {
        try {
            return (int) (long) PyCapsule_SetDestructor.invokeExact(o, destructor);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCapsule_Import =
            Downcall.of("PyCapsule_Import", JAVA_LONG, JAVA_LONG, JAVA_INT);

    /**
     * Returns the pointer of a capsule that is a module's attribute, or NULL with a Python error set. May run Python
     * code.
     */
    public static long PyCapsule_Import(long name, int noBlock) {
        try {
            return (long) PyCapsule_Import.invokeExact(name, (long) noBlock);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
