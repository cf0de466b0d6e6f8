package dev.sanca.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The private static methods that C code calls, or that run before a call of C code, as method handles. */
final class StaticMethod {
    private StaticMethod() {}

    /**
     * Returns a static method of the class that has made the lookup.
     *
     * @throws ExceptionInInitializerError if there is no such method
     */
    static MethodHandle of(MethodHandles.Lookup lookup, String name, MethodType type) {
        try {
            return lookup.findStatic(lookup.lookupClass(), name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
