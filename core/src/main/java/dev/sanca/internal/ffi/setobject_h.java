package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Sets: the functions of CPython's {@code setobject.h}. */
public final class setobject_h {
    private setobject_h() {}

    private static final MethodHandle PySet_New = Downcall.of("PySet_New", OBJECT, OBJECT);

    /** New reference, NULL on error; iterable may be NULL; may run Python code. */
    public static long PySet_New(long iterable) {
        try {
            return (long) PySet_New.invokeExact(iterable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyFrozenSet_New = Downcall.of("PyFrozenSet_New", OBJECT, OBJECT);

    /** New reference, NULL on error; iterable may be NULL; may run Python code. */
    public static long PyFrozenSet_New(long iterable) {
        try {
            return (long) PyFrozenSet_New.invokeExact(iterable);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Add = Downcall.of("PySet_Add", JAVA_INT, OBJECT, OBJECT);

    /** -1 on error; takes its own count; may run Python code. */
    public static int PySet_Add(long o, long v) {
        try {
            return (int) (long) PySet_Add.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Contains = Downcall.of("PySet_Contains", JAVA_INT, OBJECT, OBJECT);

    /** -1 on error; may run Python code. */
    public static int PySet_Contains(long o, long v) {
        try {
            return (int) (long) PySet_Contains.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Discard = Downcall.of("PySet_Discard", JAVA_INT, OBJECT, OBJECT);

    /** -1 on error; 1 when it was there; may run Python code. */
    public static int PySet_Discard(long o, long v) {
        try {
            return (int) (long) PySet_Discard.invokeExact(o, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Size = Downcall.of("PySet_Size", JAVA_LONG, OBJECT);

    /** -1 on error; runs no Python code. */
    public static long PySet_Size(long o) {
        try {
            return (long) PySet_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Pop = Downcall.of("PySet_Pop", OBJECT, OBJECT);

    /** New reference, NULL on error; may run Python code. */
    public static long PySet_Pop(long o) {
        try {
            return (long) PySet_Pop.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PySet_Clear = Downcall.of("PySet_Clear", JAVA_INT, OBJECT);

    /** -1 on error; may run Python code. */
    public static int PySet_Clear(long o) {
        try {
            return (int) (long) PySet_Clear.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
