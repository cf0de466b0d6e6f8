package dev.sanca.internal.thread;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.jspecify.annotations.Nullable;

/**
 * The carriers of virtual threads. While virtual threads are pinned by {@link Pinning}, the JDK's scheduler has at least as many
 * carriers more: a pinned thread that waits for the GIL, in Python for something else, or detached, takes no carrier from others.
 *
 * <p>The scheduler has an upper limit, 256 carriers by default ({@code jdk.virtualThreadScheduler.maxPoolSize}). A fair semaphore
 * lets as many threads be pinned as it may have additional carriers; the next ones wait unmounted.
 *
 * <p><b>Thread:</b> virtual threads.
 *
 * @implNote Carriers are added some at a time, since each change is a call of the scheduler. A daemon thread removes them when most
 *     of them have been unused for a while. It also does what the scheduler leaves undone: a task that was queued while all carriers were
 *     occupied is noticed by an additional carrier only when another task arrives in an empty queue. So while tasks are queued and
 *     carriers are missing, the daemon starts empty virtual threads.
 */
final class Carriers {
    /** {@code jdk.virtualThreadScheduler.maxPoolSize} where it is not set: the JDK's own default. */
    private static final int MOST_BY_DEFAULT = 256;

    private static final int STEP = 4;
    private static final long KEEP_NANOS = 1_000_000_000;
    private static final long LOOK_NANOS = 2_000_000;

    private static final int PROCESSORS = Integer.getInteger(
            "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());
    private static final int MOST =
            Integer.getInteger("jdk.virtualThreadScheduler.maxPoolSize", Math.max(PROCESSORS, MOST_BY_DEFAULT));
    private static final @Nullable VirtualThreadSchedulerMXBean SCHEDULER = scheduler();

    private static final Semaphore GATE = new Semaphore(permits(), true);
    private static final AtomicInteger PINNED = new AtomicInteger();

    /** Guards changes of the scheduler's parallelism, and of {@link #added}. */
    private static final ReentrantLock CHANGE = new ReentrantLock();

    /** How many carriers were added. */
    private static volatile int added;

    private static volatile @Nullable Thread daemon;

    private Carriers() {}

    private static @Nullable VirtualThreadSchedulerMXBean scheduler() {
        try {
            return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        } catch (RuntimeException | LinkageError e) { // another JDK, or an image without the module
            return null;
        }
    }

    private static int permits() {
        return Math.max(1, Math.max(PROCESSORS - 1, SCHEDULER == null ? 0 : MOST - PROCESSORS));
    }

    /** Waits until one more thread may be pinned, and adds a carrier if there is none for it. Unmounted while it waits. */
    static void enter() {
        GATE.acquireUninterruptibly();
        if (PINNED.incrementAndGet() > added && SCHEDULER != null) {
            try {
                add();
            } catch (Throwable e) {
                PINNED.decrementAndGet();
                GATE.release();
                throw e;
            }
        }
    }

    /** Reverses {@link #enter}. */
    static void leave() {
        PINNED.decrementAndGet();
        GATE.release();
    }

    private static void add() {
        CHANGE.lock();
        try {
            int pinned = PINNED.get();
            if (pinned > added) {
                change(Math.min(Math.max(pinned + STEP, added + added / 2), MOST - PROCESSORS));
                if (daemon == null) {
                    Thread watch = ServiceThread.unstarted("sanca-carriers", Carriers::watch);
                    watch.start();
                    daemon = watch;
                }
            }
        } finally {
            CHANGE.unlock();
        }
        LockSupport.unpark(daemon);
    }

    private static void watch() {
        long usedAtNanos = System.nanoTime();
        while (true) {
            if (added == 0) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            boolean _ = Thread.interrupted(); // an interrupt does not end this thread
            try {
                startMissing();
                if (PINNED.get() * STEP >= added) {
                    usedAtNanos = System.nanoTime();
                } else if (System.nanoTime() - usedAtNanos > KEEP_NANOS) {
                    remove();
                }
            } catch (Throwable e) { // no memory: the next round tries again
                LockSupport.parkNanos(KEEP_NANOS);
            }
        }
    }

    private static void startMissing() {
        if (SCHEDULER != null
                && SCHEDULER.getQueuedVirtualThreadCount() > 0
                && SCHEDULER.getPoolSize() < SCHEDULER.getParallelism()) {
            Thread.startVirtualThread(() -> {});
        }
    }

    private static void remove() {
        CHANGE.lock();
        try {
            int pinned = PINNED.get();
            if (pinned * STEP < added) {
                change(pinned == 0 ? 0 : pinned + STEP);
            }
        } finally {
            CHANGE.unlock();
        }
    }

    private static void change(int next) {
        if (SCHEDULER == null) {
            return;
        }
        try {
            SCHEDULER.setParallelism(Math.clamp(SCHEDULER.getParallelism() - added + (long) next, 1, MOST));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return; // somebody else has set the scheduler's limits: its carriers have to do
        }
        added = next;
    }
}
