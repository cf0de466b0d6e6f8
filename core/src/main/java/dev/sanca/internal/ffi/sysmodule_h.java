package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The module sys: the functions of CPython's {@code sysmodule.h}. */
public final class sysmodule_h {
    private sysmodule_h() {}

    private static final MethodHandle PySys_GetObject = Downcall.of("PySys_GetObject", OBJECT, JAVA_LONG);

    /** Borrowed, NULL without an error when absent; may run Python code. */
    public static long PySys_GetObject(long utf8) {
        try {
            return (long) PySys_GetObject.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySys_GetAttrString = Downcall.of("PySys_GetAttrString", OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PySys_GetAttrString}. */
    public static final boolean HAS_PySys_GetAttrString = LibPython.has("PySys_GetAttrString");

    /** New reference, NULL on error; may run Python code. */
    public static long PySys_GetAttrString(long utf8) {
        try {
            return (long) PySys_GetAttrString.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySys_SetObject = Downcall.of("PySys_SetObject", JAVA_INT, JAVA_LONG, OBJECT);

    /** -1 on error; v NULL deletes; may run Python code. */
    public static int PySys_SetObject(long utf8, long v) {
        try {
            return (int) (long) PySys_SetObject.invokeExact(utf8, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySys_SetArgvEx =
            Downcall.ofVoid("PySys_SetArgvEx", JAVA_INT, JAVA_LONG, JAVA_INT);

    /** Whether this Python has {@link #PySys_SetArgvEx}. */
    public static final boolean HAS_PySys_SetArgvEx = LibPython.has("PySys_SetArgvEx");

    /** May run Python code. */
    public static void PySys_SetArgvEx(int argc, long argv, int updatePath) {
        try {
            long _ = (long) PySys_SetArgvEx.invokeExact((long) argc, argv, (long) updatePath);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySys_AddAuditHook =
            Downcall.of("PySys_AddAuditHook", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** -1 on error; may run Python code. */
    public static int PySys_AddAuditHook(long hook, long data) {
        try {
            return (int) (long) PySys_AddAuditHook.invokeExact(hook, data);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
