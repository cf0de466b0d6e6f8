package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code pyerrors.h}: errors. */
public final class pyerrors_h {
    private pyerrors_h() {}

    private static final MethodHandle PyErr_Occurred = Downcall.leaf("PyErr_Occurred", OBJECT);

    /** Returns the type of the pending Python error, borrowed, or NULL if there is none. Is a leaf. */
    public static long PyErr_Occurred() {
        try {
            return (long) PyErr_Occurred.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_Fetch = Downcall.ofVoid("PyErr_Fetch", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyErr_Fetch}. */
    public static final boolean HAS_PyErr_Fetch = LibPython.has("PyErr_Fetch");

    /** Stores three new references, each of which may be NULL, and clears the error. Runs no Python code. */
    public static void PyErr_Fetch(long type, long value, long traceback) {
        try {
            long _ = (long) PyErr_Fetch.invokeExact(type, value, traceback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_Restore = Downcall.ofVoid("PyErr_Restore", OBJECT, OBJECT, OBJECT);

    /** Sets the error. Steals all three arguments, each of which may be NULL. May run Python code. */
    public static void PyErr_Restore(long type, long value, long traceback) {
        try {
            long _ = (long) PyErr_Restore.invokeExact(type, value, traceback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_NormalizeException =
            Downcall.ofVoid("PyErr_NormalizeException", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyErr_NormalizeException}. */
    public static final boolean HAS_PyErr_NormalizeException = LibPython.has("PyErr_NormalizeException");

    /**
     * Replaces the three references in place by normalised ones. The caller owns those afterwards. May run Python code.
     */
    public static void PyErr_NormalizeException(long type, long value, long traceback) {
        try {
            long _ = (long) PyErr_NormalizeException.invokeExact(type, value, traceback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_GetRaisedException = Downcall.of("PyErr_GetRaisedException", OBJECT);

    /** Whether this Python has {@link #PyErr_GetRaisedException}. */
    public static final boolean HAS_PyErr_GetRaisedException = LibPython.has("PyErr_GetRaisedException");

    /**
     * Returns a new reference and clears the error, or returns NULL if there is none. Runs no Python code. Since 3.12.
     */
    public static long PyErr_GetRaisedException() {
        try {
            return (long) PyErr_GetRaisedException.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SetRaisedException = Downcall.ofVoid("PyErr_SetRaisedException", OBJECT);

    /** Whether this Python has {@link #PyErr_SetRaisedException}. */
    public static final boolean HAS_PyErr_SetRaisedException = LibPython.has("PyErr_SetRaisedException");

    /** Sets the error. Steals {@code exc}; NULL clears the error. May run Python code. Since 3.12. */
    public static void PyErr_SetRaisedException(long exc) {
        try {
            long _ = (long) PyErr_SetRaisedException.invokeExact(exc);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_GetHandledException = Downcall.of("PyErr_GetHandledException", OBJECT);

    /** Whether this Python has {@link #PyErr_GetHandledException}. */
    public static final boolean HAS_PyErr_GetHandledException = LibPython.has("PyErr_GetHandledException");

    /**
     * Returns a new reference to the exception that an {@code except} clause handles, or NULL if there is none. Runs no
     * Python code. Since 3.11.
     */
    public static long PyErr_GetHandledException() {
        try {
            return (long) PyErr_GetHandledException.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SetHandledException = Downcall.ofVoid("PyErr_SetHandledException", OBJECT);

    /** Whether this Python has {@link #PyErr_SetHandledException}. */
    public static final boolean HAS_PyErr_SetHandledException = LibPython.has("PyErr_SetHandledException");

    /**
     * Sets the exception that is being handled. Does not steal: adds a strong reference to {@code exc}. May run Python
     * code. Since 3.11.
     */
    public static void PyErr_SetHandledException(long exc) {
        try {
            long _ = (long) PyErr_SetHandledException.invokeExact(exc);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_GetExcInfo =
            Downcall.ofVoid("PyErr_GetExcInfo", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Stores three new references, each of which may be NULL. Runs no Python code. */
    public static void PyErr_GetExcInfo(long type, long value, long traceback) {
        try {
            long _ = (long) PyErr_GetExcInfo.invokeExact(type, value, traceback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SetObject = Downcall.ofVoid("PyErr_SetObject", OBJECT, OBJECT);

    /** Sets the error. Does not steal its arguments. May run Python code. */
    public static void PyErr_SetObject(long type, long value) {
        try {
            long _ = (long) PyErr_SetObject.invokeExact(type, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SetString = Downcall.ofVoid("PyErr_SetString", OBJECT, JAVA_LONG);

    /** Sets the error with a message. Does not steal {@code type}. May run Python code. */
    public static void PyErr_SetString(long type, long utf8) {
        try {
            long _ = (long) PyErr_SetString.invokeExact(type, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SetNone = Downcall.ofVoid("PyErr_SetNone", OBJECT);

    /** Sets the error without a value. Does not steal {@code type}. May run Python code. */
    public static void PyErr_SetNone(long type) {
        try {
            long _ = (long) PyErr_SetNone.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_Clear = Downcall.ofVoid("PyErr_Clear");

    /** Clears the error and decrements the exception. May run Python code. */
    public static void PyErr_Clear() {
        try {
            long _ = (long) PyErr_Clear.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_ExceptionMatches = Downcall.of("PyErr_ExceptionMatches", JAVA_INT, OBJECT);

    /** Returns 1 or 0. A Python error must be pending. May run Python code. */
    public static int PyErr_ExceptionMatches(long exc) {
        try {
            return (int) (long) PyErr_ExceptionMatches.invokeExact(exc);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_GivenExceptionMatches =
            Downcall.of("PyErr_GivenExceptionMatches", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0. May run Python code. */
    public static int PyErr_GivenExceptionMatches(long given, long exc) {
        try {
            return (int) (long) PyErr_GivenExceptionMatches.invokeExact(given, exc);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_NoMemory = Downcall.of("PyErr_NoMemory", OBJECT);

    /** Sets {@code MemoryError} and returns NULL. May run Python code. */
    public static long PyErr_NoMemory() {
        try {
            return (long) PyErr_NoMemory.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_NewException =
            Downcall.of("PyErr_NewException", OBJECT, JAVA_LONG, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyErr_NewException(long utf8, long base, long dict) {
        try {
            return (long) PyErr_NewException.invokeExact(utf8, base, dict);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_NewExceptionWithDoc =
            Downcall.of("PyErr_NewExceptionWithDoc", OBJECT, JAVA_LONG, JAVA_LONG, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyErr_NewExceptionWithDoc(long utf8, long doc, long base, long dict) {
        try {
            return (long) PyErr_NewExceptionWithDoc.invokeExact(utf8, doc, base, dict);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_WriteUnraisable = Downcall.ofVoid("PyErr_WriteUnraisable", OBJECT);

    /** Prints the error through {@code sys.unraisablehook} and clears it. May run Python code. */
    public static void PyErr_WriteUnraisable(long o) {
        try {
            long _ = (long) PyErr_WriteUnraisable.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_Print = Downcall.ofVoid("PyErr_Print");

    /** Prints the error and clears it. Ends the process for {@code SystemExit}. May run Python code. */
    public static void PyErr_Print() {
        try {
            long _ = (long) PyErr_Print.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_PrintEx = Downcall.ofVoid("PyErr_PrintEx", JAVA_INT);

    /** Prints the error and clears it. Ends the process for {@code SystemExit}. May run Python code. */
    public static void PyErr_PrintEx(int setLastVars) {
        try {
            long _ = (long) PyErr_PrintEx.invokeExact((long) setLastVars);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_Display = Downcall.ofVoid("PyErr_Display", OBJECT, OBJECT, OBJECT);

    /** Prints an exception with its traceback to {@code sys.stderr}. May run Python code. */
    public static void PyErr_Display(long type, long value, long traceback) {
        try {
            long _ = (long) PyErr_Display.invokeExact(type, value, traceback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_DisplayException = Downcall.ofVoid("PyErr_DisplayException", OBJECT);

    /** Whether this Python has {@link #PyErr_DisplayException}. */
    public static final boolean HAS_PyErr_DisplayException = LibPython.has("PyErr_DisplayException");

    /** Prints an exception with its traceback to {@code sys.stderr}. May run Python code. Since 3.12. */
    public static void PyErr_DisplayException(long exc) {
        try {
            long _ = (long) PyErr_DisplayException.invokeExact(exc);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_CheckSignals = Downcall.of("PyErr_CheckSignals", JAVA_INT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyErr_CheckSignals() {
        try {
            return (int) (long) PyErr_CheckSignals.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SetInterrupt = Downcall.leafVoid("PyErr_SetInterrupt");

    /** Simulates the arrival of {@code SIGINT}. Is a leaf. */
    public static void PyErr_SetInterrupt() {
        try {
            long _ = (long) PyErr_SetInterrupt.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SetInterruptEx = Downcall.leaf("PyErr_SetInterruptEx", JAVA_INT, JAVA_INT);

    /** Simulates the arrival of a signal. Returns 0, or -1 without a Python error if there is no such signal. Is a leaf. */
    public static int PyErr_SetInterruptEx(int signal) {
        try {
            return (int) (long) PyErr_SetInterruptEx.invokeExact((long) signal);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_WarnEx =
            Downcall.of("PyErr_WarnEx", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyErr_WarnEx(long category, long utf8, long stackLevel) {
        try {
            return (int) (long) PyErr_WarnEx.invokeExact(category, utf8, stackLevel);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyErr_WarnExplicit(long category, long utf8, long file, int line, long module, long registry) {
        try {
            return (int)
                    (long) Late.PyErr_WarnExplicit.invokeExact(category, utf8, file, (long) line, module, registry);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_SyntaxLocationObject =
            Downcall.ofVoid("PyErr_SyntaxLocationObject", OBJECT, JAVA_INT, JAVA_INT);

    /** Adds the place to the pending {@code SyntaxError}. May run Python code. */
    public static void PyErr_SyntaxLocationObject(long file, int line, int column) {
        try {
            long _ = (long) PyErr_SyntaxLocationObject.invokeExact(file, (long) line, (long) column);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_BadArgument = Downcall.of("PyErr_BadArgument", JAVA_INT);

    /** Sets {@code TypeError} and returns 0. May run Python code. */
    public static int PyErr_BadArgument() {
        try {
            return (int) (long) PyErr_BadArgument.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyErr_BadInternalCall = Downcall.ofVoid("PyErr_BadInternalCall");

    /** Sets {@code SystemError}. May run Python code. */
    public static void PyErr_BadInternalCall() {
        try {
            long _ = (long) PyErr_BadInternalCall.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_GetTraceback =
            Downcall.of("PyException_GetTraceback", OBJECT, OBJECT);

    /** Returns a new reference, or NULL without a Python error if there is none. Runs no Python code. */
    public static long PyException_GetTraceback(long o) {
        try {
            return (long) PyException_GetTraceback.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_SetTraceback =
            Downcall.of("PyException_SetTraceback", JAVA_INT, OBJECT, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal: adds a strong reference to {@code traceback}. May run
     * Python code.
     */
    public static int PyException_SetTraceback(long o, long traceback) {
        try {
            return (int) (long) PyException_SetTraceback.invokeExact(o, traceback);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_GetCause = Downcall.of("PyException_GetCause", OBJECT, OBJECT);

    /** Returns a new reference, or NULL without a Python error if there is none. Runs no Python code. */
    public static long PyException_GetCause(long o) {
        try {
            return (long) PyException_GetCause.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_SetCause = Downcall.ofVoid("PyException_SetCause", OBJECT, OBJECT);

    /** Sets {@code __cause__}. Steals {@code cause}, which may be NULL. May run Python code. */
    public static void PyException_SetCause(long o, long cause) {
        try {
            long _ = (long) PyException_SetCause.invokeExact(o, cause);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_GetContext = Downcall.of("PyException_GetContext", OBJECT, OBJECT);

    /** Returns a new reference, or NULL without a Python error if there is none. Runs no Python code. */
    public static long PyException_GetContext(long o) {
        try {
            return (long) PyException_GetContext.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_SetContext =
            Downcall.ofVoid("PyException_SetContext", OBJECT, OBJECT);

    /** Sets {@code __context__}. Steals {@code context}, which may be NULL. May run Python code. */
    public static void PyException_SetContext(long o, long context) {
        try {
            long _ = (long) PyException_SetContext.invokeExact(o, context);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_GetArgs = Downcall.of("PyException_GetArgs", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyException_GetArgs}. */
    public static final boolean HAS_PyException_GetArgs = LibPython.has("PyException_GetArgs");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.12. */
    public static long PyException_GetArgs(long o) {
        try {
            return (long) PyException_GetArgs.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyException_SetArgs = Downcall.ofVoid("PyException_SetArgs", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyException_SetArgs}. */
    public static final boolean HAS_PyException_SetArgs = LibPython.has("PyException_SetArgs");

    /** Sets {@code args}. Does not steal: adds a strong reference to {@code args}. May run Python code. Since 3.12. */
    public static void PyException_SetArgs(long o, long args) {
        try {
            long _ = (long) PyException_SetArgs.invokeExact(o, args);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyExceptionClass_Name = Downcall.leaf("PyExceptionClass_Name", JAVA_LONG, OBJECT);

    /** Returns a C string, borrowed from the type. Is a leaf. */
    public static long PyExceptionClass_Name(long type) {
        try {
            return (long) PyExceptionClass_Name.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** The handles of functions that no program needs while it starts: linking a call shape takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyErr_WarnExplicit =
                Downcall.of("PyErr_WarnExplicit", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, OBJECT);
    }
}
