package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code setobject.h}: sets. */
public final class setobject_h {
    private setobject_h() {}

    private static final MethodHandle PySet_New = Downcall.of("PySet_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. {@code iterable} may be NULL. May run Python code. */
    public static long PySet_New(long iterable) {
        try {
            return (long) PySet_New.invokeExact(iterable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFrozenSet_New = Downcall.of("PyFrozenSet_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. {@code iterable} may be NULL. May run Python code. */
    public static long PyFrozenSet_New(long iterable) {
        try {
            return (long) PyFrozenSet_New.invokeExact(iterable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Add = Downcall.of("PySet_Add", JAVA_INT, OBJECT, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal: adds a strong reference to {@code v}. May run Python
     * code.
     */
    public static int PySet_Add(long o, long v) {
        try {
            return (int) (long) PySet_Add.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Contains = Downcall.of("PySet_Contains", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PySet_Contains(long o, long v) {
        try {
            return (int) (long) PySet_Contains.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Discard = Downcall.of("PySet_Discard", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 if the set had the value, 0 if not, or -1 with a Python error set. May run Python code. */
    public static int PySet_Discard(long o, long v) {
        try {
            return (int) (long) PySet_Discard.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Size = Downcall.of("PySet_Size", JAVA_LONG, OBJECT);

    /** Returns the number of items, or -1 with a Python error set. Runs no Python code. */
    public static long PySet_Size(long o) {
        try {
            return (long) PySet_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Pop = Downcall.of("PySet_Pop", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PySet_Pop(long o) {
        try {
            return (long) PySet_Pop.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Clear = Downcall.of("PySet_Clear", JAVA_INT, OBJECT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PySet_Clear(long o) {
        try {
            return (int) (long) PySet_Clear.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
