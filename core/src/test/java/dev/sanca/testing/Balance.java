package dev.sanca.testing;

import dev.sanca.Python;
import dev.sanca.PythonStats;
import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.spi.PythonRuntime;

/**
 * What is owned across the border at one moment.
 *
 * @param bound bound references that own a count
 * @param detached detached references that own a count
 * @param pending counts that wait in the release pool
 * @param handles Java objects that Python or a tagged word holds
 */
record Balance(long bound, long detached, long pending, int handles) {
    private static final int ROUNDS = 8;

    /** As it is, without looking for garbage. */
    static Balance now() {
        PythonStats stats = Python.stats();
        return new Balance(stats.liveBound(), stats.livePy(), stats.poolPending(), JavaHandles.live());
    }

    /**
     * As it is when both collectors have found what they can, or as soon as it is {@code goal}: a test's exceptions hold
     * counts until Java's collector finds them.
     */
    static Balance settled(Balance goal) {
        drain();
        Balance balance = now();
        for (int round = 0; round < ROUNDS && !balance.equals(goal); round++) {
            System.gc();
            pause(round);
            collectPython();
            balance = now();
        }
        return balance;
    }

    /** Nested or not, an attach decrements the counts in the release pool. */
    private static void drain() {
        RuntimesProbe.running().forEach(runtime -> runtime.attach().close());
    }

    /** Lets Python's collector find cycles. */
    static void collectPython() {
        for (PythonRuntime runtime : RuntimesProbe.running()) {
            try (Python py = runtime.attach()) {
                py.run("import gc as _gc; _gc.collect(); del _gc");
            }
        }
    }

    /** The collector hands its finds over by a thread of its own, which needs a moment. */
    private static void pause(int round) {
        try {
            Thread.sleep(1L << Math.min(round, 6));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
