package dev.sanca.internal.reference;

import dev.sanca.internal.ffi.libjvm;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes the JVM collect garbage, also where {@code System.gc()} does nothing.
 *
 * <p>{@code -XX:+DisableExplicitGC} is a common setting of servers, and it makes {@code System.gc()} do nothing. Whether the
 * JVM has collected is observed, not concluded from a flag: a weak reference to an unreachable object must be cleared
 * afterwards. If it is not, {@link libjvm#ForceGarbageCollection} is called. If that does nothing either, one warning is
 * logged.
 */
final class ForcedCollection {
    private static final int PATIENCE_SECONDS = 10;
    private static final AtomicBoolean HAS_WARNED = new AtomicBoolean();

    private ForcedCollection() {}

    /**
     * Collects garbage, and returns when the JVM has done so.
     *
     * <p><b>Thread:</b> any. Everything but {@code System.gc()} runs on a separate thread, {@code sanca-collect}: the caller is
     * attached and may be near the end of its stack, and a log handler is code of the user. The caller waits for the
     * collection, at most {@value #PATIENCE_SECONDS} seconds, but not for the log.
     */
    static void run() {
        WeakReference<Object> garbage = garbage();
        System.gc();
        if (!isCollected(garbage)) {
            CountDownLatch done = new CountDownLatch(1);
            if (starts(() -> collect(done))) {
                await(done);
            }
        }
    }

    private static boolean starts(Runnable collection) {
        try {
            Thread.ofPlatform().daemon().name("sanca-collect").start(collection);
            return true;
        } catch (
                OutOfMemoryError
                        e) { // no thread can be started, but memory may suffice for the reference that the caller makes
            return false;
        }
    }

    private static void collect(CountDownLatch done) {
        boolean hasCollected;
        try {
            WeakReference<Object> garbage = garbage();
            hasCollected = libjvm.ForceGarbageCollection() && isCollected(garbage);
        } finally {
            done.countDown();
        }
        if (!hasCollected && HAS_WARNED.compareAndSet(false, true)) {
            System.getLogger("dev.sanca")
                    .log(
                            System.Logger.Level.WARNING,
                            "Sanca cannot make this JVM collect garbage: System.gc() does nothing, as with"
                                    + " -XX:+DisableExplicitGC, and with this garbage collector the JVM's tool interface does"
                                    + " nothing either. Python objects whose references were neither closed nor in a scope that"
                                    + " has closed stay in memory until the collector runs by itself, which may be too late."
                                    + " Remove -XX:+DisableExplicitGC, or use another collector, or close references to"
                                    + " large objects.");
        }
    }

    /**
     * Returns a weak reference to an unreachable object. This is a separate method, so that no frame of the caller keeps the
     * object reachable.
     */
    private static WeakReference<Object> garbage() {
        return new WeakReference<>(new Object());
    }

    private static boolean isCollected(WeakReference<Object> garbage) {
        return garbage.refersTo(null);
    }

    private static void await(CountDownLatch done) {
        boolean isInterrupted = Thread.interrupted(); // an interrupted thread would not wait
        try {
            boolean _ = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
