package dev.sanca.internal.reference;

import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The queue of counts given up while detached, drained at the next attach of any thread.
 *
 * <p><b>Thread:</b> anyone may add, without lock and without allocation (the counts are the links of the queue); only an
 * attached thread drains. What a count frees may run Python code that attaches, drops and drains again.
 */
public final class ReleasePool {
    private static final AtomicReference<@Nullable DetachedCount> LAST = new AtomicReference<>();
    private static final AtomicLong ADDED = new AtomicLong();
    private static final AtomicLong DRAINED = new AtomicLong();
    private static final ReferenceQueue<Object> UNREACHABLE = new ReferenceQueue<>();

    private ReleasePool() {}

    /** Queues a count. Any thread, attached or not; never runs Python code. */
    static void add(DetachedCount count) {
        ADDED.incrementAndGet();
        DetachedCount last;
        do {
            last = LAST.get();
            count.setQueuedBefore(last);
        } while (!LAST.compareAndSet(last, count));
    }

    /** Where the collector reports detached references that nobody closed. */
    static ReferenceQueue<Object> unreachable() {
        return UNREACHABLE;
    }

    /** Gives up the counts of the detached references that the collector found. Any thread; attached, may run Python code. */
    public static void drainUnreachable() {
        for (DetachedCount d; (d = (DetachedCount) UNREACHABLE.poll()) != null; ) {
            d.giveUp();
        }
    }

    /** Gives back every queued count, oldest first. Attached thread; may run Python code. */
    public static void drain() {
        drainUnreachable();
        while (LAST.get() != null) {
            DetachedCount oldest = reverse(LAST.getAndSet(null));
            while (oldest != null) {
                DetachedCount next = oldest.queuedBefore();
                DRAINED.incrementAndGet();
                oldest.decrementQueued();
                oldest = next;
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

    /** How many counts wait. */
    public static long pending() {
        return ADDED.get() - DRAINED.get();
    }

    /** How many counts have been given back since the start. */
    public static long drained() {
        return DRAINED.get();
    }
}
