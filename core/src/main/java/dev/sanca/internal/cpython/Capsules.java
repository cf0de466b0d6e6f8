package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.pycapsule_h;
import java.lang.invoke.MethodHandles;

/**
 * Makes Python capsules that hold a Java object as long as the capsule lives. The pointer in a capsule is not an address: it is a handle
 * of {@link JavaHandles}, and the capsule owns its one count. Every Java object that CPython holds is in a capsule; this is the only place
 * that finds it.
 *
 * <p><b>Source:</b> {@code Include/pycapsule.h}.
 */
final class Capsules {
    private static final long NAME = Memory.constant("dev.sanca");
    private static final long DESTRUCTOR = Upcall.of(MethodHandles.lookup(), "destroy", void.class, long.class);

    private Capsules() {}

    /** Returns a capsule for {@code object}, a new reference; 0 with a Python error set if it cannot be made. */
    static long make(Object object) {
        long handle = JavaHandles.make(object);
        long capsule = 0;
        try {
            capsule = pycapsule_h.PyCapsule_New(handle, NAME, DESTRUCTOR);
        } finally { // the call may also throw, if no stack is left for it
            if (capsule == 0) {
                JavaHandles.release(handle);
            }
        }
        return capsule;
    }

    /** Returns the object in a capsule that {@link #make} has made. The word is borrowed and not checked. */
    static Object get(long capsule) {
        return JavaHandles.get(pycapsule_h.PyCapsule_GetPointer(capsule, NAME));
    }

    /** Returns whether a borrowed word is a capsule that {@link #make} has made. */
    static boolean isOurs(long word) {
        return pycapsule_h.PyCapsule_IsValid(word, NAME) != 0;
    }

    /**
     * Python calls this when it deallocates a capsule, on any thread, perhaps near the end of the stack. So this calls no
     * function of Python but one, and throws nothing.
     */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void destroy(long capsule) {
        try {
            Object object = JavaHandles.release(pycapsule_h.PyCapsule_GetPointer(capsule, NAME));
            if (object instanceof Native resource) {
                resource.free();
            }
        } catch (Throwable e) { // no exception may leave an upcall; a table entry that stays does less harm
        }
    }

    /** An object with native memory, which is freed when the capsule is deallocated. */
    interface Native {
        /** Frees the memory; must not call Python. */
        void free();
    }
}
