package dev.sanca.internal.reference;

import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The queue of counts that were released on detached threads. Any thread decrements them at its next attach.
 *
 * <p><b>Thread:</b> any thread may add, which takes no lock and allocates nothing (the counts themselves are the links of the
 * queue); only an attached thread drains. A decrement may run Python code that attaches, releases and drains again.
 */
public final class ReleasePool {
    private static final AtomicReference<@Nullable DetachedCount> LAST = new AtomicReference<>();
    private static final AtomicLong ADDED = new AtomicLong();
    private static final AtomicLong DRAINED = new AtomicLong();
    private static final ReferenceQueue<Object> UNREACHABLE = new ReferenceQueue<>();

    private ReleasePool() {}

    /** Adds a count to the queue. Any thread, attached or not; runs no Python code. */
    static void add(DetachedCount count) {
        ADDED.incrementAndGet();
        push(count);
    }

    private static void push(DetachedCount count) {
        DetachedCount last;
        do {
            last = LAST.get();
            count.setQueuedBefore(last);
        } while (!LAST.compareAndSet(last, count));
    }

    /**
     * Returns the queue to which the garbage collector adds the counts of detached references that became unreachable without a
     * close.
     */
    static ReferenceQueue<Object> unreachable() {
        return UNREACHABLE;
    }

    /**
     * Releases the counts of the detached references that the garbage collector has found unreachable. Any thread; on an
     * attached thread this may run Python code.
     */
    public static void drainUnreachable() {
        for (DetachedCount d; (d = (DetachedCount) UNREACHABLE.poll()) != null; ) {
            d.giveUp();
        }
    }

    /**
     * Decrements every queued count, the oldest first. The thread is attached; may run Python code. If one decrement throws, for
     * want of stack or memory, the counts after it stay in the queue.
     */
    public static void drain() {
        drainUnreachable();
        while (LAST.get() != null) {
            decrementAll(reverse(LAST.getAndSet(null)));
        }
    }

    private static void decrementAll(@Nullable DetachedCount oldest) {
        DetachedCount rest = oldest;
        try {
            while (rest != null) {
                DetachedCount count = rest;
                rest = count.queuedBefore();
                DRAINED.incrementAndGet();
                count.decrementQueued();
            }
        } finally {
            while (rest != null) {
                DetachedCount count = rest;
                rest = count.queuedBefore();
                push(count);
            }
        }
    }

    private static @Nullable DetachedCount reverse(@Nullable DetachedCount last) {
        DetachedCount oldest = null;
        while (last != null) {
            DetachedCount before = last.queuedBefore();
            last.setQueuedBefore(oldest);
            oldest = last;
            last = before;
        }
        return oldest;
    }

    /** Returns how many counts are in the queue. */
    public static long pending() {
        return ADDED.get() - DRAINED.get();
    }

    /** Returns how many counts have been taken out of the queue since the start. */
    public static long drained() {
        return DRAINED.get();
    }
}
