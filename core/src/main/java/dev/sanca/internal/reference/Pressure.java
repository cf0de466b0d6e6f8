package dev.sanca.internal.reference;

import dev.sanca.internal.ffi.libc;

/**
 * Forces a garbage collection when unreachable references hold much native memory.
 *
 * <p>The garbage collector sees 32 bytes where Python holds megabytes. Two limits are used in place of what it cannot see: the
 * number of references in retired chunks, which is counted when a chunk retires, and the growth of the process, which
 * {@code PressureWatch} samples. A thread that makes a reference reads {@link #epoch}, one field. When the epoch has changed,
 * the thread retires its half-filled chunks and decrements the counts that a collection finds unreachable.
 *
 * <p><b>Cost:</b> collections that are forced because of the number of references take at most a tenth of the time, however
 * long one takes. None is forced where the garbage collector finds the references without it. {@link ForcedCollection} forces a
 * collection.
 */
public final class Pressure {
    /** How many references in retired chunks of one thread, beyond those in use, force a collection. */
    static final long FIRST_LIMIT = 200_000;

    private static final int PART_OF_THE_TIME = 10;
    private static final long PATIENCE_NANOS = 200_000_000;
    private static final Object COLLECTION_LOCK = new Object();

    /**
     * Is incremented when the process has grown so much that threads should look for unreachable references. The field is not
     * volatile: a volatile read would be a barrier for the compiler at each new reference. A thread whose process grows makes
     * native calls, and after each native call it reads the field from memory again.
     */
    static int epoch;

    private static volatile int collectedEpoch;
    private static volatile int answeredEpoch;
    private static volatile long collectedAt;
    private static volatile long costNanos;
    private static volatile boolean canTrim = true;

    private Pressure() {}

    /** Asks every thread that makes references to look for unreachable ones soon. The watch calls this. */
    public static synchronized void request() {
        epoch++;
    }

    /** Returns whether a thread has answered the last request. */
    public static boolean isAnswered() {
        return answeredEpoch == epoch;
    }

    /**
     * Answers a request: collects garbage once for all threads, then decrements the counts of this thread's unreachable
     * references.
     */
    static void relieve(ScopeStack state) {
        int now = epoch;
        state.pressureSeen = now;
        state.retireChunks();
        synchronized (COLLECTION_LOCK) {
            if (collectedEpoch != now) {
                collect();
                collectedEpoch = now;
            }
        }
        awaitRelease(state, 0);
        trim();
        answeredEpoch = now;
    }

    /** Collects garbage if the retired references of a thread are more than its limit. Called after a chunk has retired. */
    static void countRetired(ScopeStack state) {
        if (state.uncollected <= state.uncollectedLimit) {
            return;
        }
        state.uncollectedLimit = Long.MAX_VALUE; // what is called here must not collect again
        state.releaseUnreachable();
        long left = state.uncollected;
        long step = FIRST_LIMIT;
        if (left > FIRST_LIMIT) {
            if (System.nanoTime() - collectedAt >= (PART_OF_THE_TIME - 1) * costNanos) {
                collect();
                awaitRelease(state, 0);
                step = Math.max(FIRST_LIMIT, state.uncollected); // those that are left are probably in use
            } else {
                step = FIRST_LIMIT / 10;
            }
        }
        state.uncollectedLimit = state.uncollected + step;
    }

    /**
     * Makes the C library return freed memory to the system. Freed memory that stays resident would hide how much memory the
     * next references hold.
     */
    private static void trim() {
        if (canTrim) {
            try {
                libc.malloc_trim(0);
            } catch (UnsupportedOperationException e) { // not glibc
                canTrim = false;
            }
        }
    }

    private static void collect() {
        long start = System.nanoTime();
        ForcedCollection.run();
        long end = System.nanoTime();
        costNanos = end - start;
        collectedAt = end;
    }

    /**
     * Waits while the garbage collector adds unreachable chunks to the queues, which it does on a separate thread; returns when
     * no more come, or after {@code PATIENCE_NANOS}.
     */
    private static void awaitRelease(ScopeStack state, long enough) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        int idle = 0;
        while (state.uncollected > enough && idle < 10 && System.nanoTime() < end) {
            long before = state.uncollected;
            state.releaseUnreachable();
            idle = state.uncollected < before ? 0 : idle + 1;
            if (idle > 0) {
                pause();
            }
        }
        ReleasePool.drainUnreachable();
    }

    private static void pause() {
        try {
            Thread.sleep(0, 500_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
