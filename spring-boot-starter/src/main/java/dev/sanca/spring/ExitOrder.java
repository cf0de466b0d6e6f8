package dev.sanca.spring;

import dev.sanca.Python;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets Python end after the contexts that use it.
 *
 * <p>Spring and Python each have a shutdown hook, and the JVM runs both at once. So Python's waits while a context is being
 * closed: the web server finishes its requests, and every bean is destroyed. It closes no context itself, since Spring
 * interrupts a thread that closes a context when a second one tries.
 *
 * <p>Spring does not tell whether a context has a hook. So Python waits for a short while until somebody begins to close the
 * contexts that are open. {@code spring.main.register-shutdown-hook=false} says that nobody will.
 *
 * <p><b>Thread:</b> any.
 */
final class ExitOrder {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int PAUSE_MILLIS = 10;

    /** The contexts that use Python. They are weak, since a test makes many. */
    private static final List<WeakReference<ConfigurableApplicationContext>> USERS = new CopyOnWriteArrayList<>();

    private static boolean registered;

    private ExitOrder() {}

    /** Lets Python end after a context, if the JVM's exit closes it. */
    static synchronized void endPythonAfter(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("spring.main.register-shutdown-hook", Boolean.class, true)) {
            USERS.removeIf(user -> user.refersTo(null));
            USERS.add(new WeakReference<>(context));
        }
        if (!registered) {
            Python.beforeExit(ExitOrder::await);
            registered = true;
        }
    }

    private static void await() {
        long lastProgress = System.nanoTime();
        try {
            for (List<ConfigurableApplicationContext> open = open(); !open.isEmpty(); open = open()) {
                if (open.stream().anyMatch(ConfigurableApplicationContext::isClosed)) { // begun, and not finished
                    lastProgress = System.nanoTime();
                } else if (System.nanoTime() - lastProgress > PATIENCE_NANOS) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the contexts that are not closed completely. */
    private static List<ConfigurableApplicationContext> open() {
        return USERS.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .filter(ConfigurableApplicationContext::isActive)
                .toList();
    }
}
