package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;

import java.lang.invoke.MethodHandle;

/** {@code _Py_Dealloc} once more, as a leaf: for objects whose end is short and runs nothing. */
public final class LeafDealloc {
    private static final MethodHandle DEALLOC = Downcall.leafVoid("_Py_Dealloc", OBJECT);

    private LeafDealloc() {}

    /** Ends an object whose count has just become 0; it refers to no other, and its memory is small. */
    public static void of(long o) {
        try {
            long _ = (long) DEALLOC.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
