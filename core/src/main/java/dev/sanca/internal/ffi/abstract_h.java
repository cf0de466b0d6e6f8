package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/**
 * The functions of CPython's {@code abstract.h}: the abstract object layer: calls, items, buffers, numbers, sequences,
 * mappings.
 */
public final class abstract_h {
    private abstract_h() {}

    private static final MethodHandle PyObject_Call = Downcall.of("PyObject_Call", OBJECT, OBJECT, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code args} is a tuple; {@code kwargs} is a dict or
     * NULL. May run Python code.
     */
    public static long PyObject_Call(long callable, long args, long kwargs) {
        try {
            return (long) PyObject_Call.invokeExact(callable, args, kwargs);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_CallNoArgs = Downcall.of("PyObject_CallNoArgs", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_CallNoArgs(long callable) {
        try {
            return (long) PyObject_CallNoArgs.invokeExact(callable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_CallOneArg = Downcall.of("PyObject_CallOneArg", OBJECT, OBJECT, OBJECT);

    /** Whether this Python has {@link #PyObject_CallOneArg}. */
    public static final boolean HAS_PyObject_CallOneArg = LibPython.has("PyObject_CallOneArg");

    /** Returns a new reference, or NULL with a Python error set. May run Python code. Since 3.11. */
    public static long PyObject_CallOneArg(long callable, long arg) {
        try {
            return (long) PyObject_CallOneArg.invokeExact(callable, arg);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_CallObject = Downcall.of("PyObject_CallObject", OBJECT, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code args} is a tuple or NULL. May run Python code.
     */
    public static long PyObject_CallObject(long callable, long args) {
        try {
            return (long) PyObject_CallObject.invokeExact(callable, args);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Vectorcall =
            Downcall.of("PyObject_Vectorcall", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG, OBJECT);

    /** Whether this Python has {@link #PyObject_Vectorcall}. */
    public static final boolean HAS_PyObject_Vectorcall = LibPython.has("PyObject_Vectorcall");

    /**
     * Returns a new reference, or NULL with a Python error set. Borrows the arguments in {@code args}. May run Python
     * code. Since 3.11.
     */
    public static long PyObject_Vectorcall(long callable, long args, long nargsf, long kwnames) {
        try {
            return (long) PyObject_Vectorcall.invokeExact(callable, args, nargsf, kwnames);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_VectorcallDict =
            Downcall.of("PyObject_VectorcallDict", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. Borrows the arguments in {@code args}. May run Python
     * code.
     */
    public static long PyObject_VectorcallDict(long callable, long args, long nargsf, long kwargs) {
        try {
            return (long) PyObject_VectorcallDict.invokeExact(callable, args, nargsf, kwargs);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_VectorcallMethod =
            Downcall.of("PyObject_VectorcallMethod", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. Borrows the arguments; {@code args[0]} is the object
     * whose method is called. May run Python code.
     */
    public static long PyObject_VectorcallMethod(long name, long args, long nargsf, long kwnames) {
        try {
            return (long) PyObject_VectorcallMethod.invokeExact(name, args, nargsf, kwnames);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyVectorcall_Call =
            Downcall.of("PyVectorcall_Call", OBJECT, OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyVectorcall_Call(long callable, long tuple, long dict) {
        try {
            return (long) PyVectorcall_Call.invokeExact(callable, tuple, dict);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyVectorcall_Function = Downcall.leaf("PyVectorcall_Function", JAVA_LONG, OBJECT);

    /** Whether this Python has {@link #PyVectorcall_Function}. */
    public static final boolean HAS_PyVectorcall_Function = LibPython.has("PyVectorcall_Function");

    /** Returns the vectorcall function of the object, or NULL if it has none. Is a leaf. Since 3.11. */
    public static long PyVectorcall_Function(long callable) {
        try {
            return (long) PyVectorcall_Function.invokeExact(callable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetItem = Downcall.of("PyObject_GetItem", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_GetItem(long o, long key) {
        try {
            return (long) PyObject_GetItem.invokeExact(o, key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_SetItem =
            Downcall.of("PyObject_SetItem", JAVA_INT, OBJECT, OBJECT, OBJECT);

    /** Returns 0, or -1 with a Python error set. Does not steal {@code v}. May run Python code. */
    public static int PyObject_SetItem(long o, long key, long v) {
        try {
            return (int) (long) PyObject_SetItem.invokeExact(o, key, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_DelItem = Downcall.of("PyObject_DelItem", JAVA_INT, OBJECT, OBJECT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyObject_DelItem(long o, long key) {
        try {
            return (int) (long) PyObject_DelItem.invokeExact(o, key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_DelItemString =
            Downcall.of("PyObject_DelItemString", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyObject_DelItemString(long o, long utf8) {
        try {
            return (int) (long) PyObject_DelItemString.invokeExact(o, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Size = Downcall.of("PyObject_Size", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. May run Python code. */
    public static long PyObject_Size(long o) {
        try {
            return (long) PyObject_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Length = Downcall.of("PyObject_Length", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. May run Python code. */
    public static long PyObject_Length(long o) {
        try {
            return (long) PyObject_Length.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_LengthHint =
            Downcall.of("PyObject_LengthHint", JAVA_LONG, OBJECT, JAVA_LONG);

    /**
     * Returns the estimated number of items, {@code dflt} if the object gives no estimate, or -1 with a Python error
     * set. May run Python code.
     */
    public static long PyObject_LengthHint(long o, long dflt) {
        try {
            return (long) PyObject_LengthHint.invokeExact(o, dflt);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetIter = Downcall.of("PyObject_GetIter", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_GetIter(long o) {
        try {
            return (long) PyObject_GetIter.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetAIter = Downcall.of("PyObject_GetAIter", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_GetAIter(long o) {
        try {
            return (long) PyObject_GetAIter.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_IsInstance =
            Downcall.of("PyObject_IsInstance", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PyObject_IsInstance(long o, long cls) {
        try {
            return (int) (long) PyObject_IsInstance.invokeExact(o, cls);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_IsSubclass =
            Downcall.of("PyObject_IsSubclass", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PyObject_IsSubclass(long derived, long cls) {
        try {
            return (int) (long) PyObject_IsSubclass.invokeExact(derived, cls);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Format = Downcall.of("PyObject_Format", OBJECT, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code spec} is a {@code str} or NULL. May run Python
     * code.
     */
    public static long PyObject_Format(long o, long spec) {
        try {
            return (long) PyObject_Format.invokeExact(o, spec);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetBuffer =
            Downcall.of("PyObject_GetBuffer", JAVA_INT, OBJECT, JAVA_LONG, JAVA_INT);

    /**
     * Returns 0, or -1 with a Python error set. Fills the {@code Py_buffer} at {@code view}, which holds a strong
     * reference to the exporter until {@link #PyBuffer_Release}. May run Python code.
     */
    public static int PyObject_GetBuffer(long o, long view, int flags) {
        try {
            return (int) (long) PyObject_GetBuffer.invokeExact(o, view, (long) flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_CheckBuffer = Downcall.leaf("PyObject_CheckBuffer", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyObject_CheckBuffer(long o) {
        try {
            return (int) (long) PyObject_CheckBuffer.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBuffer_Release = Downcall.ofVoid("PyBuffer_Release", JAVA_LONG);

    /**
     * Releases the buffer and decrements the exporter. Does nothing for a view that was released before. May run Python
     * code.
     */
    public static void PyBuffer_Release(long view) {
        try {
            long _ = (long) PyBuffer_Release.invokeExact(view);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Returns 0, or -1 with a Python error set. On success {@code view} holds a strong reference to {@code o}. Runs no
     * Python code.
     */
    public static int PyBuffer_FillInfo(long view, long o, long buf, long len, int readonly, int flags) {
        try {
            return (int) (long) Late.PyBuffer_FillInfo.invokeExact(view, o, buf, len, (long) readonly, (long) flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBuffer_IsContiguous =
            Downcall.leaf("PyBuffer_IsContiguous", JAVA_INT, JAVA_LONG, JAVA_INT);

    /** Returns 1 or 0. {@code order} is {@code 'C'}, {@code 'F'} or {@code 'A'}. Is a leaf. */
    public static int PyBuffer_IsContiguous(long view, int order) {
        try {
            return (int) (long) PyBuffer_IsContiguous.invokeExact(view, (long) order);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBuffer_ToContiguous =
            Downcall.of("PyBuffer_ToContiguous", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyBuffer_ToContiguous(long buf, long view, long len, int order) {
        try {
            return (int) (long) PyBuffer_ToContiguous.invokeExact(buf, view, len, (long) order);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBuffer_FromContiguous =
            Downcall.of("PyBuffer_FromContiguous", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns 0, or -1 with a Python error set. Runs no Python code. */
    public static int PyBuffer_FromContiguous(long view, long buf, long len, int order) {
        try {
            return (int) (long) PyBuffer_FromContiguous.invokeExact(view, buf, len, (long) order);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBuffer_SizeFromFormat =
            Downcall.of("PyBuffer_SizeFromFormat", JAVA_LONG, JAVA_LONG);

    /** Returns the size of an item in bytes, or -1 with a Python error set. May run Python code. */
    public static long PyBuffer_SizeFromFormat(long format) {
        try {
            return (long) PyBuffer_SizeFromFormat.invokeExact(format);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyBuffer_GetPointer =
            Downcall.leaf("PyBuffer_GetPointer", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns the address of the item at {@code indices}. Is a leaf. */
    public static long PyBuffer_GetPointer(long view, long indices) {
        try {
            return (long) PyBuffer_GetPointer.invokeExact(view, indices);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Check = Downcall.leaf("PyNumber_Check", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyNumber_Check(long o) {
        try {
            return (int) (long) PyNumber_Check.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Add = Downcall.of("PyNumber_Add", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Add(long a, long b) {
        try {
            return (long) PyNumber_Add.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Subtract = Downcall.of("PyNumber_Subtract", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Subtract(long a, long b) {
        try {
            return (long) PyNumber_Subtract.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Multiply = Downcall.of("PyNumber_Multiply", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Multiply(long a, long b) {
        try {
            return (long) PyNumber_Multiply.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_MatrixMultiply =
            Downcall.of("PyNumber_MatrixMultiply", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_MatrixMultiply(long a, long b) {
        try {
            return (long) PyNumber_MatrixMultiply.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_FloorDivide =
            Downcall.of("PyNumber_FloorDivide", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_FloorDivide(long a, long b) {
        try {
            return (long) PyNumber_FloorDivide.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_TrueDivide = Downcall.of("PyNumber_TrueDivide", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_TrueDivide(long a, long b) {
        try {
            return (long) PyNumber_TrueDivide.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Remainder = Downcall.of("PyNumber_Remainder", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Remainder(long a, long b) {
        try {
            return (long) PyNumber_Remainder.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Divmod = Downcall.of("PyNumber_Divmod", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Divmod(long a, long b) {
        try {
            return (long) PyNumber_Divmod.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Power = Downcall.of("PyNumber_Power", OBJECT, OBJECT, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code c} is {@code None} for {@code a ** b}. May run
     * Python code.
     */
    public static long PyNumber_Power(long a, long b, long c) {
        try {
            return (long) PyNumber_Power.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Negative = Downcall.of("PyNumber_Negative", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Negative(long o) {
        try {
            return (long) PyNumber_Negative.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Positive = Downcall.of("PyNumber_Positive", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Positive(long o) {
        try {
            return (long) PyNumber_Positive.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Absolute = Downcall.of("PyNumber_Absolute", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Absolute(long o) {
        try {
            return (long) PyNumber_Absolute.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Invert = Downcall.of("PyNumber_Invert", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Invert(long o) {
        try {
            return (long) PyNumber_Invert.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Lshift = Downcall.of("PyNumber_Lshift", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Lshift(long a, long b) {
        try {
            return (long) PyNumber_Lshift.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Rshift = Downcall.of("PyNumber_Rshift", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Rshift(long a, long b) {
        try {
            return (long) PyNumber_Rshift.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_And = Downcall.of("PyNumber_And", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_And(long a, long b) {
        try {
            return (long) PyNumber_And.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Or = Downcall.of("PyNumber_Or", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Or(long a, long b) {
        try {
            return (long) PyNumber_Or.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Xor = Downcall.of("PyNumber_Xor", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Xor(long a, long b) {
        try {
            return (long) PyNumber_Xor.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceAdd = Downcall.of("PyNumber_InPlaceAdd", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceAdd(long a, long b) {
        try {
            return (long) PyNumber_InPlaceAdd.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceSubtract =
            Downcall.of("PyNumber_InPlaceSubtract", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceSubtract(long a, long b) {
        try {
            return (long) PyNumber_InPlaceSubtract.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceMultiply =
            Downcall.of("PyNumber_InPlaceMultiply", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceMultiply(long a, long b) {
        try {
            return (long) PyNumber_InPlaceMultiply.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceMatrixMultiply =
            Downcall.of("PyNumber_InPlaceMatrixMultiply", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceMatrixMultiply(long a, long b) {
        try {
            return (long) PyNumber_InPlaceMatrixMultiply.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceFloorDivide =
            Downcall.of("PyNumber_InPlaceFloorDivide", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceFloorDivide(long a, long b) {
        try {
            return (long) PyNumber_InPlaceFloorDivide.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceTrueDivide =
            Downcall.of("PyNumber_InPlaceTrueDivide", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceTrueDivide(long a, long b) {
        try {
            return (long) PyNumber_InPlaceTrueDivide.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceRemainder =
            Downcall.of("PyNumber_InPlaceRemainder", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceRemainder(long a, long b) {
        try {
            return (long) PyNumber_InPlaceRemainder.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlacePower =
            Downcall.of("PyNumber_InPlacePower", OBJECT, OBJECT, OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. {@code c} is {@code None} for {@code a **= b}. May run
     * Python code.
     */
    public static long PyNumber_InPlacePower(long a, long b, long c) {
        try {
            return (long) PyNumber_InPlacePower.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceLshift =
            Downcall.of("PyNumber_InPlaceLshift", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceLshift(long a, long b) {
        try {
            return (long) PyNumber_InPlaceLshift.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceRshift =
            Downcall.of("PyNumber_InPlaceRshift", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceRshift(long a, long b) {
        try {
            return (long) PyNumber_InPlaceRshift.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceAnd = Downcall.of("PyNumber_InPlaceAnd", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceAnd(long a, long b) {
        try {
            return (long) PyNumber_InPlaceAnd.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceOr = Downcall.of("PyNumber_InPlaceOr", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceOr(long a, long b) {
        try {
            return (long) PyNumber_InPlaceOr.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_InPlaceXor = Downcall.of("PyNumber_InPlaceXor", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_InPlaceXor(long a, long b) {
        try {
            return (long) PyNumber_InPlaceXor.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Index = Downcall.of("PyNumber_Index", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Index(long o) {
        try {
            return (long) PyNumber_Index.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Long = Downcall.of("PyNumber_Long", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Long(long o) {
        try {
            return (long) PyNumber_Long.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_Float = Downcall.of("PyNumber_Float", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_Float(long o) {
        try {
            return (long) PyNumber_Float.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_ToBase = Downcall.of("PyNumber_ToBase", OBJECT, OBJECT, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyNumber_ToBase(long o, int base) {
        try {
            return (long) PyNumber_ToBase.invokeExact(o, (long) base);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyNumber_AsSsize_t = Downcall.of("PyNumber_AsSsize_t", JAVA_LONG, OBJECT, OBJECT);

    /**
     * Returns the value, or -1 with a Python error set. A value out of range raises {@code exc}; if {@code exc} is NULL
     * the value is clipped. May run Python code.
     */
    public static long PyNumber_AsSsize_t(long o, long exc) {
        try {
            return (long) PyNumber_AsSsize_t.invokeExact(o, exc);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyIndex_Check = Downcall.leaf("PyIndex_Check", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyIndex_Check(long o) {
        try {
            return (int) (long) PyIndex_Check.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Check = Downcall.leaf("PySequence_Check", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PySequence_Check(long o) {
        try {
            return (int) (long) PySequence_Check.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Size = Downcall.of("PySequence_Size", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. May run Python code. */
    public static long PySequence_Size(long o) {
        try {
            return (long) PySequence_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Length = Downcall.of("PySequence_Length", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. May run Python code. */
    public static long PySequence_Length(long o) {
        try {
            return (long) PySequence_Length.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_GetItem = Downcall.of("PySequence_GetItem", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_GetItem(long o, long i) {
        try {
            return (long) PySequence_GetItem.invokeExact(o, i);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_SetItem =
            Downcall.of("PySequence_SetItem", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /** Returns 0, or -1 with a Python error set. Does not steal {@code v}. May run Python code. */
    public static int PySequence_SetItem(long o, long i, long v) {
        try {
            return (int) (long) PySequence_SetItem.invokeExact(o, i, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_DelItem =
            Downcall.of("PySequence_DelItem", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PySequence_DelItem(long o, long i) {
        try {
            return (int) (long) PySequence_DelItem.invokeExact(o, i);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_GetSlice =
            Downcall.of("PySequence_GetSlice", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_GetSlice(long o, long i, long j) {
        try {
            return (long) PySequence_GetSlice.invokeExact(o, i, j);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_SetSlice =
            Downcall.of("PySequence_SetSlice", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, OBJECT);

    /** Returns 0, or -1 with a Python error set. Does not steal {@code v}. May run Python code. */
    public static int PySequence_SetSlice(long o, long i, long j, long v) {
        try {
            return (int) (long) PySequence_SetSlice.invokeExact(o, i, j, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_DelSlice =
            Downcall.of("PySequence_DelSlice", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PySequence_DelSlice(long o, long i, long j) {
        try {
            return (int) (long) PySequence_DelSlice.invokeExact(o, i, j);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Contains =
            Downcall.of("PySequence_Contains", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PySequence_Contains(long o, long v) {
        try {
            return (int) (long) PySequence_Contains.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_List = Downcall.of("PySequence_List", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_List(long o) {
        try {
            return (long) PySequence_List.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Tuple = Downcall.of("PySequence_Tuple", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_Tuple(long o) {
        try {
            return (long) PySequence_Tuple.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Fast = Downcall.of("PySequence_Fast", OBJECT, OBJECT, JAVA_LONG);

    /**
     * Returns a new reference to a list or tuple, or NULL with a Python error set. An object that cannot be iterated
     * over raises {@code TypeError} with the message {@code utf8}. May run Python code.
     */
    public static long PySequence_Fast(long o, long utf8) {
        try {
            return (long) PySequence_Fast.invokeExact(o, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Concat = Downcall.of("PySequence_Concat", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_Concat(long a, long b) {
        try {
            return (long) PySequence_Concat.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Repeat = Downcall.of("PySequence_Repeat", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_Repeat(long o, long n) {
        try {
            return (long) PySequence_Repeat.invokeExact(o, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_InPlaceConcat =
            Downcall.of("PySequence_InPlaceConcat", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_InPlaceConcat(long a, long b) {
        try {
            return (long) PySequence_InPlaceConcat.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_InPlaceRepeat =
            Downcall.of("PySequence_InPlaceRepeat", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySequence_InPlaceRepeat(long o, long n) {
        try {
            return (long) PySequence_InPlaceRepeat.invokeExact(o, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Index = Downcall.of("PySequence_Index", JAVA_LONG, OBJECT, OBJECT);

    /**
     * Returns the index of the first item that is equal to {@code v}, or -1 with a Python error set. May run Python
     * code.
     */
    public static long PySequence_Index(long o, long v) {
        try {
            return (long) PySequence_Index.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySequence_Count = Downcall.of("PySequence_Count", JAVA_LONG, OBJECT, OBJECT);

    /** Returns the number of items that are equal to {@code v}, or -1 with a Python error set. May run Python code. */
    public static long PySequence_Count(long o, long v) {
        try {
            return (long) PySequence_Count.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_Check = Downcall.leaf("PyMapping_Check", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyMapping_Check(long o) {
        try {
            return (int) (long) PyMapping_Check.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_Size = Downcall.of("PyMapping_Size", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. May run Python code. */
    public static long PyMapping_Size(long o) {
        try {
            return (long) PyMapping_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_Keys = Downcall.of("PyMapping_Keys", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyMapping_Keys(long o) {
        try {
            return (long) PyMapping_Keys.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_Values = Downcall.of("PyMapping_Values", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyMapping_Values(long o) {
        try {
            return (long) PyMapping_Values.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_Items = Downcall.of("PyMapping_Items", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyMapping_Items(long o) {
        try {
            return (long) PyMapping_Items.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_HasKey = Downcall.of("PyMapping_HasKey", JAVA_INT, OBJECT, OBJECT);

    /** Whether this Python has {@link #PyMapping_HasKey}. */
    public static final boolean HAS_PyMapping_HasKey = LibPython.has("PyMapping_HasKey");

    /** Returns 1 or 0. Clears a Python error that occurs and returns 0. May run Python code. */
    public static int PyMapping_HasKey(long o, long key) {
        try {
            return (int) (long) PyMapping_HasKey.invokeExact(o, key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_GetOptionalItem =
            Downcall.of("PyMapping_GetOptionalItem", JAVA_INT, OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyMapping_GetOptionalItem}. */
    public static final boolean HAS_PyMapping_GetOptionalItem = LibPython.has("PyMapping_GetOptionalItem");

    /**
     * Returns 1 and stores a new reference in {@code *result}; returns 0 and stores NULL if there is none; returns -1
     * with a Python error set. May run Python code. Since 3.13.
     */
    public static int PyMapping_GetOptionalItem(long o, long key, long result) {
        try {
            return (int) (long) PyMapping_GetOptionalItem.invokeExact(o, key, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_GetItemString =
            Downcall.of("PyMapping_GetItemString", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyMapping_GetItemString(long o, long utf8) {
        try {
            return (long) PyMapping_GetItemString.invokeExact(o, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMapping_SetItemString =
            Downcall.of("PyMapping_SetItemString", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /** Returns 0, or -1 with a Python error set. Does not steal {@code v}. May run Python code. */
    public static int PyMapping_SetItemString(long o, long utf8, long v) {
        try {
            return (int) (long) PyMapping_SetItemString.invokeExact(o, utf8, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyIter_Next = Downcall.of("PyIter_Next", OBJECT, OBJECT);

    /**
     * Returns a new reference; NULL without a Python error at the end; or NULL with a Python error set. May run Python
     * code.
     */
    public static long PyIter_Next(long it) {
        try {
            return (long) PyIter_Next.invokeExact(it);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyIter_NextItem = Downcall.of("PyIter_NextItem", JAVA_INT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyIter_NextItem}. */
    public static final boolean HAS_PyIter_NextItem = LibPython.has("PyIter_NextItem");

    /**
     * Returns 1 and stores a new reference in {@code *item}; returns 0 and stores NULL at the end; returns -1 with a
     * Python error set. May run Python code. Since 3.14.
     */
    public static int PyIter_NextItem(long it, long item) {
        try {
            return (int) (long) PyIter_NextItem.invokeExact(it, item);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyIter_Check = Downcall.leaf("PyIter_Check", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyIter_Check(long o) {
        try {
            return (int) (long) PyIter_Check.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyIter_Send = Downcall.of("PyIter_Send", JAVA_INT, OBJECT, OBJECT, JAVA_LONG);

    /**
     * Returns 1 for a yielded value, 0 for the value of {@code return}, or -1 with a Python error set. Stores a new
     * reference in {@code *result}, or NULL for -1. May run Python code.
     */
    public static int PyIter_Send(long it, long arg, long result) {
        try {
            return (int) (long) PyIter_Send.invokeExact(it, arg, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Flag in {@code nargsf}: the callee may write to {@code args[-1]} while it runs, and must restore it (PEP 590).
     */
    public static final long PY_VECTORCALL_ARGUMENTS_OFFSET = 1L << 63;

    /** The handles of functions that no program needs while it starts: linking a call shape takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyBuffer_FillInfo =
                Downcall.of("PyBuffer_FillInfo", JAVA_INT, JAVA_LONG, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT);
    }
}
