package dev.sanca.stress.fuzz;

import dev.sanca.Python;
import dev.sanca.PythonStats;
import dev.sanca.types.PyAny;

/**
 * What is owned across the border when no program runs.
 *
 * @param bound bound references that own a count
 * @param detached detached references that own a count
 * @param pending counts that wait in the release pool
 * @param objects Python objects of programs that live
 */
record Balance(long bound, long detached, long pending, long objects) {
    private static final int ROUNDS = 14;
    private static final int EXCEPTIONS = 16;

    static Balance now(PythonCode code) {
        long objects = Python.attach(py -> {
            try (PyAny living = code.living.bind(py);
                    PyAny count = living.call()) {
                return count.asLong();
            }
        });
        PythonStats stats = Python.stats();
        return new Balance(stats.liveBound(), stats.livePy(), stats.poolPending(), objects);
    }

    /**
     * Whether nothing more is owned than in the other, but for what a few exceptions hold: a thread may remember the last one, with
     * the frames of Python, and what these refer to. What leaks adds up, and is found some programs later.
     */
    boolean isWithin(Balance other) {
        return bound <= other.bound
                && detached <= other.detached + 2 * EXCEPTIONS
                && pending <= other.pending
                && objects <= other.objects + EXCEPTIONS;
    }

    /** As it is when the collectors have found all they can, or as soon as it is within {@code goal}. */
    static Balance settled(PythonCode code, Balance goal) {
        Balance balance = now(code);
        for (int round = 0; round < ROUNDS && !balance.isWithin(goal); round++) {
            System.gc();
            int pause = 1 << Math.min(round, 7); // the collector hands over what it found by a thread of its own
            Child.await(() -> Thread.sleep(pause));
            if (round > 2) { // Python's collector takes longer
                Python.attach(py -> {
                    try (PyAny collect = code.collect.bind(py)) {
                        collect.call().close();
                    }
                    return null;
                });
            }
            balance = now(code);
        }
        return balance;
    }
}
