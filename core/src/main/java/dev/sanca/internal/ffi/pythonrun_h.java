package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code pythonrun.h}: compile and run source text. */
public final class pythonrun_h {
    private pythonrun_h() {}

    private static final MethodHandle Py_CompileString =
            Downcall.of("Py_CompileString", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code start} is one of the constants of this class.
     * May run Python code.
     */
    public static long Py_CompileString(long utf8, long file, int start) {
        try {
            return (long) Py_CompileString.invokeExact(utf8, file, (long) start);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_CompileStringExFlags =
            Downcall.of("Py_CompileStringExFlags", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code start} is one of the constants of this class.
     * May run Python code.
     */
    public static long Py_CompileStringExFlags(long utf8, long file, int start, long flags, int optimize) {
        try {
            return (long) Py_CompileStringExFlags.invokeExact(utf8, file, (long) start, flags, (long) optimize);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_CompileStringObject =
            Downcall.of("Py_CompileStringObject", OBJECT, JAVA_LONG, OBJECT, JAVA_INT, JAVA_LONG, JAVA_INT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code start} is one of the constants of this class.
     * May run Python code.
     */
    public static long Py_CompileStringObject(long utf8, long file, int start, long flags, int optimize) {
        try {
            return (long) Py_CompileStringObject.invokeExact(utf8, file, (long) start, flags, (long) optimize);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyRun_StringFlags =
            Downcall.of("PyRun_StringFlags", OBJECT, JAVA_LONG, JAVA_INT, OBJECT, OBJECT, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code start} is one of the constants of this class.
     * May run Python code.
     */
    public static long PyRun_StringFlags(long utf8, int start, long globals, long locals, long flags) {
        try {
            return (long) PyRun_StringFlags.invokeExact(utf8, (long) start, globals, locals, flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyRun_SimpleStringFlags =
            Downcall.of("PyRun_SimpleStringFlags", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 after it has printed and cleared the error. May run Python code. */
    public static int PyRun_SimpleStringFlags(long utf8, long flags) {
        try {
            return (int) (long) PyRun_SimpleStringFlags.invokeExact(utf8, flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** One interactive statement. */
    public static final int Py_single_input = 256;

    /** A module. */
    public static final int Py_file_input = 257;

    /** One expression. */
    public static final int Py_eval_input = 258;
}
