package dev.sanca.graalpy;

import java.time.Duration;
import java.util.Arrays;

/**
 * The end of Python at the JVM's exit: what CPython does at its own that others can see. Non-daemon threads are waited for,
 * {@code atexit} functions run, streams are flushed.
 */
final class GraalPyShutdown {
    private static final Duration MOST = Duration.ofSeconds(10);

    private GraalPyShutdown() {}

    static void arrange(GraalPyContext python) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say(python), "sanca-graalpy-farewell"));
    }

    private static void say(GraalPyContext python) {
        // On a thread of its own: one that Python keeps waiting must not keep the JVM.
        Thread farewell = Thread.ofPlatform().daemon().name("sanca-graalpy-end").unstarted(() -> {
            try {
                python.run(python.glue.farewell(), exiting());
            } catch (Throwable e) { // the JVM goes on ending
                System.getLogger(GraalPyShutdown.class.getName()).log(System.Logger.Level.DEBUG, "at exit", e);
            }
        });
        farewell.start();
        try {
            farewell.join(MOST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        GraalPyContext.end();
    }

    /** The threads that wait in {@code System.exit}, by the numbers that GraalPy has for them: Java's own. */
    private static Object[] exiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown")))
                .map(thread -> thread.getKey().threadId())
                .toArray();
    }
}
