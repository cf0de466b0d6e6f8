package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code sysmodule.h}: the module sys. */
public final class sysmodule_h {
    private sysmodule_h() {}

    private static final MethodHandle PySys_GetObject = Downcall.of("PySys_GetObject", OBJECT, JAVA_LONG);

    /**
     * Returns a borrowed reference, or NULL without a Python error if the module has no such attribute. May run Python
     * code.
     */
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

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySys_GetAttrString(long utf8) {
        try {
            return (long) PySys_GetAttrString.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySys_SetObject = Downcall.of("PySys_SetObject", JAVA_INT, JAVA_LONG, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal {@code v}; NULL for {@code v} deletes the attribute. May
     * run Python code.
     */
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

    /** Sets {@code sys.argv}. May run Python code. */
    public static void PySys_SetArgvEx(int argc, long argv, int updatePath) {
        try {
            long _ = (long) PySys_SetArgvEx.invokeExact((long) argc, argv, (long) updatePath);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySys_AddAuditHook =
            Downcall.of("PySys_AddAuditHook", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PySys_AddAuditHook(long hook, long data) {
        try {
            return (int) (long) PySys_AddAuditHook.invokeExact(hook, data);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySys_AddWarnOption = Downcall.ofVoid("PySys_AddWarnOption", JAVA_LONG);

    /** Whether this Python has {@link #PySys_AddWarnOption}. */
    public static final boolean HAS_PySys_AddWarnOption = LibPython.has("PySys_AddWarnOption");

    /**
     * Appends a {@code wchar_t *}, which is copied, to {@code sys.warnoptions}. May be called before Python starts. Runs
     * no Python code. Up to 3.14.
     */
    public static void PySys_AddWarnOption(long wide) {
        try {
            long _ = (long) PySys_AddWarnOption.invokeExact(wide);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
