package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;

import java.lang.invoke.MethodHandle;

/** {@code _Py_Dealloc} linked as a leaf, for objects whose deallocation is short and runs no Python code. */
public final class LeafDealloc {
    private static final MethodHandle DEALLOC = Downcall.leafVoid("_Py_Dealloc", OBJECT);

    private LeafDealloc() {}

    /**
     * Deallocates an object whose reference count has just become 0. The object must not refer to another one, and its
     * memory must be small. Is a leaf.
     */
    public static void of(long o) {
        try {
            long _ = (long) DEALLOC.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
