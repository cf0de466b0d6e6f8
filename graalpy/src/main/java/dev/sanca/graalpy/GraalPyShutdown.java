package dev.sanca.graalpy;

import java.time.Duration;
import java.util.Arrays;

/**
 * The shutdown of Python at the exit of the JVM. It does what CPython's finalization does that a program can observe:
 * it joins non-daemon threads, runs {@code atexit} functions, and flushes the streams.
 */
final class GraalPyShutdown {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private GraalPyShutdown() {}

    static void register(GraalPyContext python) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(python), "sanca-graalpy-shutdown-hook"));
    }

    private static void shutDown(GraalPyContext python) {
        // A separate thread, because the JVM must not wait longer than the timeout for Python.
        Thread shutdown = Thread.ofPlatform()
                .daemon()
                .name("sanca-graalpy-shutdown")
                .unstarted(() -> {
                    try {
                        python.run(python.glue.shutDown(), exiting());
                    } catch (Throwable e) { // an error in Python must not stop the exit of the JVM
                        System.getLogger(GraalPyShutdown.class.getName()).log(System.Logger.Level.DEBUG, "at exit", e);
                    }
                });
        shutdown.start();
        try {
            shutdown.join(TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        GraalPyContext.end();
    }

    /** Returns the thread identifiers of the threads that wait in {@code System.exit}; those of GraalPy are Java's. */
    private static Object[] exiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown")))
                .map(thread -> thread.getKey().threadId())
                .toArray();
    }
}
