package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps Python from taking what the JVM needs. Without this, the next {@code NullPointerException} of compiled code ends the JVM
 * after {@code faulthandler.enable()}, and so does a call of Java on a Python thread with a tiny stack.
 *
 * <ul>
 *   <li>{@code faulthandler.enable()} leaves the signals of the JVM to the JVM, which writes a report of its own if C code
 *       fails. Python's report on {@code SIGABRT}, and those that code asks for, stay.
 *   <li>{@code threading.stack_size(n)} raises {@code ValueError} for less than 256 KiB.
 * </ul>
 */
public final class JvmGuards {
    /** The JVM ends the process where it finds less than some 100 KiB; with less than 200 KiB there is no room for a call. */
    private static final int LEAST_STACK = 256 << 10;

    private JvmGuards() {}

    /**
     * Replaces the functions.
     *
     * @param save remembers who handles the JVM's signals now, and returns a number for it
     * @param restore makes them handle the signals again, given that number
     */
    public static void install(Python py, LongSupplier save, LongConsumer restore) {
        try (PyAny install = PythonSource.function(py, "guards.py", "install");
                PyAny saving = py.function("save", (inner, arguments, keywords) -> save.getAsLong());
                PyAny restoring = py.function("restore", (inner, arguments, keywords) -> {
                    restore.accept(arguments.getFirst().asLong());
                    return null;
                })) {
            install.call(saving, restoring, LEAST_STACK).close();
        }
    }
}
