package dev.sanca.internal.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Creates C functions that call Java. */
@SuppressWarnings("restricted")
public final class Upcall {
    private Upcall() {}

    /**
     * Returns a C function that calls a static method, see {@link #of(MethodHandle)}.
     *
     * @param lookup made by the class of the method, so that the method may be private
     */
    public static long of(MethodHandles.Lookup lookup, String name, Class<?> result, Class<?>... parameters) {
        return of(StaticMethod.of(lookup, name, MethodType.methodType(result, parameters)));
    }

    /**
     * Returns a C function with the signature of a method handle, whose types are {@code long} (pointers and sizes),
     * {@code int} and {@code double}.
     *
     * <p><b>Ownership:</b> the function is never freed.
     *
     * <p><b>Errors:</b> the target must not throw: an exception that leaves it ends the process. If Java's stack has no
     * room for the target, C gets 0, or -1 for an {@code int}, with the Python error of {@link #setNoStackError}; a
     * target without a result is not called then, and no error is set.
     *
     * @param target the Java function
     * @return the address of the C function
     * @throws IllegalArgumentException if the target has a parameter or a result of another type
     */
    public static long of(MethodHandle target) {
        MethodType type = target.type();
        MemoryLayout[] arguments =
                type.parameterList().stream().map(Upcall::layout).toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = type.returnType() == void.class
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(layout(type.returnType()), arguments);
        long stub = Linker.nativeLinker()
                .upcallStub(target, descriptor, Arena.global())
                .address();
        return StackSwitch.up(stub, type.returnType() == int.class ? -1 : 0, type.returnType() != void.class);
    }

    /**
     * Sets the Python error for upcalls that find no stack: an exception type and its argument. Both are borrowed and
     * must stay valid until the process ends.
     */
    public static void setNoStackError(long type, long message) {
        StackSwitch.setError(type, message);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == long.class) {
            return ValueLayout.JAVA_LONG;
        } else if (type == int.class) {
            return ValueLayout.JAVA_INT;
        } else if (type == double.class) {
            return ValueLayout.JAVA_DOUBLE;
        }
        throw new IllegalArgumentException(
                "A C function made from Java takes and returns long, int and double, not " + type.getName() + ".");
    }
}
