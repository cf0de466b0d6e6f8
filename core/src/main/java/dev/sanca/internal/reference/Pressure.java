package dev.sanca.internal.reference;

import dev.sanca.internal.ffi.libc;

/**
 * Asks for a collection when uncollected references hold much native memory.
 *
 * <p>The Java collector sees 32 bytes where Python holds megabytes. Two limits stand in for what it cannot see: the
 * number of references in retired chunks, counted as they retire, and the growth of the process, sampled by
 * {@link PressureWatch}. A thread that makes references looks at {@link #epoch} (one field read); when it moved, the
 * thread lets go of its half-filled chunks and gives back what a collection frees.
 *
 * <p><b>Cost:</b> collections that are asked for because of the number of references take at most a tenth of the time,
 * whatever they cost, and none is asked for where the collector finds the references by itself. How a collection is asked
 * for: {@link ForcedCollection}.
 */
public final class Pressure {
    /** References in retired chunks of one thread, beyond those in use, before a collection is asked for. */
    static final long FIRST_LIMIT = 200_000;

    private static final int PART_OF_THE_TIME = 10;
    private static final long PATIENCE_NANOS = 200_000_000;
    private static final Object COLLECTION_LOCK = new Object();

    /**
     * Moves when the process has grown so far that unreachable references should be looked for. Not volatile, which would
     * make each new reference a barrier for the compiler: a thread whose process grows makes native calls, and after each of
     * those it reads this anew.
     */
    static int epoch;

    private static volatile int collectedEpoch;
    private static volatile int answeredEpoch;
    private static volatile long collectedAt;
    private static volatile long costNanos;
    private static volatile boolean canTrim = true;

    private Pressure() {}

    /** Called by the watch: every thread that makes references looks for unreachable ones soon. */
    public static synchronized void request() {
        epoch++;
    }

    /** Whether some thread has answered the last request. */
    public static boolean isAnswered() {
        return answeredEpoch == epoch;
    }

    /** Answers a request: collects once for all threads, then gives back what this thread's regions lost. */
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

    /** After a chunk has retired: collects when the thread's references pass its limit. */
    static void countRetired(ScopeStack state) {
        if (state.uncollected <= state.uncollectedLimit) {
            return;
        }
        state.uncollectedLimit = Long.MAX_VALUE; // not again from inside
        state.releaseUnreachable();
        long left = state.uncollected;
        long step = FIRST_LIMIT;
        if (left > FIRST_LIMIT) {
            if (System.nanoTime() - collectedAt >= (PART_OF_THE_TIME - 1) * costNanos) {
                collect();
                awaitRelease(state, 0);
                step = Math.max(FIRST_LIMIT, state.uncollected); // those are in use, probably
            } else {
                step = FIRST_LIMIT / 10;
            }
        }
        state.uncollectedLimit = state.uncollected + step;
    }

    /** Freed memory that stays resident would hide how much the next references hold. */
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

    /** The collector hands over dead chunks by a thread of its own: waits while they keep coming, but not for long. */
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
