package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code longobject.h}: integers. */
public final class longobject_h {
    private longobject_h() {}

    private static final MethodHandle PyLong_FromLongLong = Downcall.leaf("PyLong_FromLongLong", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyLong_FromLongLong(long v) {
        try {
            return (long) PyLong_FromLongLong.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromUnsignedLongLong =
            Downcall.leaf("PyLong_FromUnsignedLongLong", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyLong_FromUnsignedLongLong(long v) {
        try {
            return (long) PyLong_FromUnsignedLongLong.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromLong = Downcall.leaf("PyLong_FromLong", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyLong_FromLong(long v) {
        try {
            return (long) PyLong_FromLong.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromSsize_t = Downcall.leaf("PyLong_FromSsize_t", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyLong_FromSsize_t(long v) {
        try {
            return (long) PyLong_FromSsize_t.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromSize_t = Downcall.leaf("PyLong_FromSize_t", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyLong_FromSize_t(long v) {
        try {
            return (long) PyLong_FromSize_t.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyLong_FromDouble(double v) {
        try {
            return (long) Late.PyLong_FromDouble.invokeExact(v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromVoidPtr = Downcall.of("PyLong_FromVoidPtr", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyLong_FromVoidPtr(long p) {
        try {
            return (long) PyLong_FromVoidPtr.invokeExact(p);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromString =
            Downcall.of("PyLong_FromString", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyLong_FromString(long utf8, long end, int base) {
        try {
            return (long) PyLong_FromString.invokeExact(utf8, end, (long) base);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromUnicodeObject =
            Downcall.of("PyLong_FromUnicodeObject", OBJECT, OBJECT, JAVA_INT);

    /** Whether this Python has {@link #PyLong_FromUnicodeObject}. */
    public static final boolean HAS_PyLong_FromUnicodeObject = LibPython.has("PyLong_FromUnicodeObject");

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyLong_FromUnicodeObject(long o, int base) {
        try {
            return (long) PyLong_FromUnicodeObject.invokeExact(o, (long) base);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsLongLong = Downcall.of("PyLong_AsLongLong", JAVA_LONG, OBJECT);

    /** Returns the value, or -1 with a Python error set: ask {@link pyerrors_h#PyErr_Occurred}. May run Python code. */
    public static long PyLong_AsLongLong(long o) {
        try {
            return (long) PyLong_AsLongLong.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsLong = Downcall.of("PyLong_AsLong", JAVA_LONG, OBJECT);

    /** Returns the value, or -1 with a Python error set: ask {@link pyerrors_h#PyErr_Occurred}. May run Python code. */
    public static long PyLong_AsLong(long o) {
        try {
            return (long) PyLong_AsLong.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsLongLongAndOverflow =
            Downcall.of("PyLong_AsLongLongAndOverflow", JAVA_LONG, OBJECT, JAVA_LONG);

    /**
     * Returns the value. If it does not fit, returns -1 and stores -1 or 1 in the {@code int} at {@code overflow}.
     * Returns -1 with a Python error set for an object that is no integer. May run Python code.
     */
    public static long PyLong_AsLongLongAndOverflow(long o, long overflow) {
        try {
            return (long) PyLong_AsLongLongAndOverflow.invokeExact(o, overflow);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsUnsignedLongLong =
            Downcall.of("PyLong_AsUnsignedLongLong", JAVA_LONG, OBJECT);

    /** Returns the value, or -1 with a Python error set: ask {@link pyerrors_h#PyErr_Occurred}. May run Python code. */
    public static long PyLong_AsUnsignedLongLong(long o) {
        try {
            return (long) PyLong_AsUnsignedLongLong.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsUnsignedLongLongMask =
            Downcall.of("PyLong_AsUnsignedLongLongMask", JAVA_LONG, OBJECT);

    /** Returns the value modulo 2<sup>64</sup>, or -1 with a Python error set. May run Python code. */
    public static long PyLong_AsUnsignedLongLongMask(long o) {
        try {
            return (long) PyLong_AsUnsignedLongLongMask.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsSsize_t = Downcall.of("PyLong_AsSsize_t", JAVA_LONG, OBJECT);

    /** Returns the value, or -1 with a Python error set. {@code o} must be an {@code int}. Runs no Python code. */
    public static long PyLong_AsSsize_t(long o) {
        try {
            return (long) PyLong_AsSsize_t.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsSize_t = Downcall.of("PyLong_AsSize_t", JAVA_LONG, OBJECT);

    /** Returns the value, or -1 with a Python error set. {@code o} must be an {@code int}. Runs no Python code. */
    public static long PyLong_AsSize_t(long o) {
        try {
            return (long) PyLong_AsSize_t.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Returns the value, or -1 with a Python error set. {@code o} must be an {@code int}. Runs no Python code. */
    public static double PyLong_AsDouble(long o) {
        try {
            return (double) Late.PyLong_AsDouble.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsVoidPtr = Downcall.of("PyLong_AsVoidPtr", JAVA_LONG, OBJECT);

    /** Returns the pointer, or NULL with a Python error set. Runs no Python code. */
    public static long PyLong_AsVoidPtr(long o) {
        try {
            return (long) PyLong_AsVoidPtr.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_AsNativeBytes =
            Downcall.of("PyLong_AsNativeBytes", JAVA_LONG, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Whether this Python has {@link #PyLong_AsNativeBytes}. */
    public static final boolean HAS_PyLong_AsNativeBytes = LibPython.has("PyLong_AsNativeBytes");

    /**
     * Returns the number of bytes that the value needs, which may exceed {@code n}, or -1 with a Python error set. May
     * run Python code. Since 3.13.
     */
    public static long PyLong_AsNativeBytes(long o, long buffer, long n, int flags) {
        try {
            return (long) PyLong_AsNativeBytes.invokeExact(o, buffer, n, (long) flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromNativeBytes =
            Downcall.of("PyLong_FromNativeBytes", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Whether this Python has {@link #PyLong_FromNativeBytes}. */
    public static final boolean HAS_PyLong_FromNativeBytes = LibPython.has("PyLong_FromNativeBytes");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.13. */
    public static long PyLong_FromNativeBytes(long buffer, long n, int flags) {
        try {
            return (long) PyLong_FromNativeBytes.invokeExact(buffer, n, (long) flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_FromUnsignedNativeBytes =
            Downcall.of("PyLong_FromUnsignedNativeBytes", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Whether this Python has {@link #PyLong_FromUnsignedNativeBytes}. */
    public static final boolean HAS_PyLong_FromUnsignedNativeBytes = LibPython.has("PyLong_FromUnsignedNativeBytes");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.13. */
    public static long PyLong_FromUnsignedNativeBytes(long buffer, long n, int flags) {
        try {
            return (long) PyLong_FromUnsignedNativeBytes.invokeExact(buffer, n, (long) flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyLong_FromByteArray =
            Downcall.of("_PyLong_FromByteArray", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT);

    /** Whether this Python has {@link #_PyLong_FromByteArray}. */
    public static final boolean HAS__PyLong_FromByteArray = LibPython.has("_PyLong_FromByteArray");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long _PyLong_FromByteArray(long bytes, long n, int littleEndian, int signed) {
        try {
            return (long) _PyLong_FromByteArray.invokeExact(bytes, n, (long) littleEndian, (long) signed);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyLong_NumBits = Downcall.of("_PyLong_NumBits", JAVA_LONG, OBJECT);

    /** Whether this Python has {@link #_PyLong_NumBits}. */
    public static final boolean HAS__PyLong_NumBits = LibPython.has("_PyLong_NumBits");

    /** Returns the number of bits of the absolute value, or -1 with a Python error set. Runs no Python code. */
    public static long _PyLong_NumBits(long o) {
        try {
            return (long) _PyLong_NumBits.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyLong_Sign = Downcall.leaf("_PyLong_Sign", JAVA_INT, OBJECT);

    /** Whether this Python has {@link #_PyLong_Sign}. */
    public static final boolean HAS__PyLong_Sign = LibPython.has("_PyLong_Sign");

    /** Returns -1, 0 or 1. Is a leaf. */
    public static int _PyLong_Sign(long o) {
        try {
            return (int) (long) _PyLong_Sign.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_GetSign = Downcall.of("PyLong_GetSign", JAVA_INT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyLong_GetSign}. */
    public static final boolean HAS_PyLong_GetSign = LibPython.has("PyLong_GetSign");

    /**
     * Returns 0 and stores -1, 0 or 1 in {@code *sign}, or returns -1 with a Python error set. Runs no Python code.
     * Since 3.14.
     */
    public static int PyLong_GetSign(long o, long sign) {
        try {
            return (int) (long) PyLong_GetSign.invokeExact(o, sign);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyLong_GetInfo = Downcall.of("PyLong_GetInfo", OBJECT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyLong_GetInfo() {
        try {
            return (long) PyLong_GetInfo.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _PyLong_AsByteArray =
            Downcall.of("_PyLong_AsByteArray", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT);

    /** Whether {@link #_PyLong_AsByteArray} has the five parameters it had up to 3.12. */
    public static final boolean HAS__PyLong_AsByteArray =
            LibPython.has("_PyLong_AsByteArray") && !LibPython.has("PyLong_AsNativeBytes");

    /**
     * Returns 0, or -1 with a Python error set. {@code o} must be an {@code int}. Has these parameters up to Python
     * 3.12; {@link #PyLong_AsNativeBytes} replaces it. Runs no Python code.
     */
    public static int _PyLong_AsByteArray(long o, long bytes, long n, int littleEndian, int signed) {
        try {
            return (int) (long) _PyLong_AsByteArray.invokeExact(o, bytes, n, (long) littleEndian, (long) signed);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** The handles of functions that no program needs while it starts: linking a call shape takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyLong_FromDouble = Downcall.of("PyLong_FromDouble", OBJECT, JAVA_DOUBLE);

        static final MethodHandle PyLong_AsDouble = Downcall.of("PyLong_AsDouble", JAVA_DOUBLE, OBJECT);
    }
}
