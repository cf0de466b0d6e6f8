package dev.sanca.internal.convert;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Calls code of users by a method handle. Its exceptions are thrown unchanged, checked ones too. */
final class UserCode {
    private UserCode() {}

    /** Calls a handle of type {@code (Object)Object}. */
    static @Nullable Object invoke(MethodHandle handle, Object argument) {
        try {
            return handle.invokeExact(argument);
        } catch (Throwable e) {
            throw UserCode.<RuntimeException>as(e);
        }
    }

    /** Calls a handle of type {@code (Object[])Object}. */
    static @Nullable Object invoke(MethodHandle handle, @Nullable Object[] arguments) {
        try {
            return handle.invokeExact(arguments);
        } catch (Throwable e) {
            throw UserCode.<RuntimeException>as(e);
        }
    }

    /** Calls a handle of type {@code (Object, Object[])Object}. */
    static @Nullable Object invoke(MethodHandle handle, Object target, @Nullable Object[] arguments) {
        try {
            return handle.invokeExact(target, arguments);
        } catch (Throwable e) {
            throw UserCode.<RuntimeException>as(e);
        }
    }

    // throws a checked exception as if it were unchecked
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T as(Throwable error) throws T {
        throw (T) error;
    }
}
