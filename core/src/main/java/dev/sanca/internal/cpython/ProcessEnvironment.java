package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.libc;
import java.util.Optional;

/**
 * The environment variables of this process as C code sees them, which {@code System.getenv} does not follow.
 *
 * <p><b>Thread:</b> the one that starts Python. The C library reads and writes the variables without a lock.
 */
final class ProcessEnvironment {
    private ProcessEnvironment() {}

    /** Returns the value of a variable, unless it is not set or empty: Python treats both alike. */
    static Optional<String> get(String name) {
        long n = Memory.newString(name);
        try {
            return Optional.of(Memory.getString(libc.getenv(n))).filter(value -> !value.isEmpty());
        } finally {
            Memory.free(n);
        }
    }

    /** Sets a variable. */
    static void set(String name, String value) {
        long n = Memory.newString(name);
        long v = Memory.newString(value);
        libc.setenv(n, v, 1);
        Memory.free(n);
        Memory.free(v);
    }
}
