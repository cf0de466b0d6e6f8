package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code frameobject.h}: frames and code objects. */
public final class frameobject_h {
    private frameobject_h() {}

    private static final MethodHandle PyFrame_GetCode = Downcall.of("PyFrame_GetCode", OBJECT, OBJECT);

    /** Returns a new reference, never NULL. Runs no Python code. */
    public static long PyFrame_GetCode(long frame) {
        try {
            return (long) PyFrame_GetCode.invokeExact(frame);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFrame_GetBack = Downcall.of("PyFrame_GetBack", OBJECT, OBJECT);

    /** Returns a new reference, or NULL without a Python error for the outermost frame. Runs no Python code. */
    public static long PyFrame_GetBack(long frame) {
        try {
            return (long) PyFrame_GetBack.invokeExact(frame);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFrame_GetLineNumber = Downcall.leaf("PyFrame_GetLineNumber", JAVA_INT, OBJECT);

    /** Returns the line that the frame executes. Is a leaf. */
    public static int PyFrame_GetLineNumber(long frame) {
        try {
            return (int) (long) PyFrame_GetLineNumber.invokeExact(frame);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFrame_New =
            Downcall.of("PyFrame_New", OBJECT, JAVA_LONG, OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyFrame_New(long state, long code, long globals, long locals) {
        try {
            return (long) PyFrame_New.invokeExact(state, code, globals, locals);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCode_NewEmpty =
            Downcall.of("PyCode_NewEmpty", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyCode_NewEmpty(long file, long function, int line) {
        try {
            return (long) PyCode_NewEmpty.invokeExact(file, function, (long) line);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCode_Addr2Line = Downcall.leaf("PyCode_Addr2Line", JAVA_INT, OBJECT, JAVA_INT);

    /** Returns the line of the instruction at {@code offset}, or -1 without a Python error if there is none. Is a leaf. */
    public static int PyCode_Addr2Line(long code, int offset) {
        try {
            return (int) (long) PyCode_Addr2Line.invokeExact(code, (long) offset);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
