package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code iterobject.h}: iterators over sequences and callables. */
public final class iterobject_h {
    private iterobject_h() {}

    private static final MethodHandle PySeqIter_New = Downcall.of("PySeqIter_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PySeqIter_New(long seq) {
        try {
            return (long) PySeqIter_New.invokeExact(seq);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCallIter_New = Downcall.of("PyCallIter_New", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyCallIter_New(long callable, long sentinel) {
        try {
            return (long) PyCallIter_New.invokeExact(callable, sentinel);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
