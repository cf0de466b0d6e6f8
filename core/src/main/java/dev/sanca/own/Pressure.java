package dev.sanca.own;

/**
 * Asks for a collection when uncollected references hold much native memory.
 *
 * <p>The Java collector sees 32 bytes where Python holds megabytes. Two limits stand in for what it cannot see: the
 * number of references in retired chunks, counted as they retire, and the growth of the process, sampled by
 * {@link PressureWatch}. A thread that makes references looks at {@link #epoch} (one field read); when it moved, the
 * thread lets go of its half-filled chunks and gives back what a collection frees.
 */
final class Pressure {
    /** References in retired chunks of one thread before the first request. */
    static final long FIRST_LIMIT = 4_000_000;

    private static final long PATIENCE_NANOS = 200_000_000;
    private static final Object COLLECTING = new Object();

    /** Moves when the process has grown so far that unreachable references should be looked for. */
    static volatile int epoch;

    private static volatile int collectedEpoch;

    private Pressure() {}

    /** Called by the watch: every thread that makes references looks for unreachable ones soon. */
    static synchronized void request() {
        epoch++;
    }

    /** Whether some thread has answered the last request. */
    static boolean isAnswered() {
        return collectedEpoch == epoch;
    }

    /** Answers a request: collects once for all threads, then gives back what this thread's regions lost. */
    static void relieve(ThreadState state) {
        int now = epoch;
        state.pressureSeen = now;
        state.retireChunks();
        synchronized (COLLECTING) {
            if (collectedEpoch != now) {
                System.gc();
                collectedEpoch = now;
            }
        }
        awaitRelease(state, 0);
    }

    /** Counts a retired chunk's references; collects when they pass the thread's limit. */
    static void countRetired(ThreadState state) {
        if (state.uncollected > state.uncollectedLimit) {
            state.uncollectedLimit = Long.MAX_VALUE; // not again from inside
            state.releaseUnreachable();
            if (state.uncollected > FIRST_LIMIT / 2) {
                System.gc();
                awaitRelease(state, FIRST_LIMIT / 2);
            }
            state.uncollectedLimit = Math.max(FIRST_LIMIT, 2 * state.uncollected);
        }
    }

    /** The collector hands over dead chunks by a thread of its own: waits while they keep coming, but not for long. */
    private static void awaitRelease(ThreadState state, long enough) {
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
    }

    private static void pause() {
        try {
            Thread.sleep(0, 500_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
