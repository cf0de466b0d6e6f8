package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.pycapsule_h;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Capsules that hold a Java object for as long as Python holds the capsule.
 *
 * <p><b>Source:</b> {@code Include/pycapsule.h}.
 */
final class Capsules {
    private static final long NAME = Memory.constant("dev.sanca");
    private static final long DESTRUCTOR = Upcall.of(destructor());

    private Capsules() {}

    /** A capsule for {@code object}: a new count, or 0 with a Python error. */
    static long make(Object object) {
        int handle = Handles.put(object);
        long capsule = 0;
        try {
            capsule = pycapsule_h.PyCapsule_New(handle + 1L, NAME, DESTRUCTOR);
        } finally { // there may be no stack left for the call
            if (capsule == 0) {
                Handles.remove(handle);
            }
        }
        return capsule;
    }

    /** The object in one of our capsules; borrowed {@code capsule}, no check. */
    static Object get(long capsule) {
        return Handles.get((int) pycapsule_h.PyCapsule_GetPointer(capsule, NAME) - 1);
    }

    /** Whether a borrowed word is one of our capsules. */
    static boolean isOurs(long word) {
        return pycapsule_h.PyCapsule_IsValid(word, NAME) != 0;
    }

    /**
     * Called by Python when a capsule dies, on any thread, perhaps deep in the stack: touches no Python, throws nothing.
     */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void destroy(long capsule) {
        try {
            Object object = Handles.remove((int) pycapsule_h.PyCapsule_GetPointer(capsule, NAME) - 1);
            if (object instanceof Native resource) {
                resource.free();
            }
        } catch (Throwable e) { // nothing may leave an upcall; the entry stays, which is the lesser harm
        }
    }

    /** An object with native memory that goes when its capsule does. */
    interface Native {
        /** Frees it; must not call Python. */
        void free();
    }

    private static MethodHandle destructor() {
        try {
            return MethodHandles.lookup()
                    .findStatic(Capsules.class, "destroy", MethodType.methodType(void.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
