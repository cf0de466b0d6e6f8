package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;

/**
 * What the gate says of a workload.
 *
 * @param best the best of what its tries found
 * @param tries how many there were
 */
record Verdict(Workload workload, Reading best, int tries) {
    /** Of a workload that was not tried. */
    Verdict(Workload workload) {
        this(workload, Reading.NONE, 0);
    }

    Limit limit() {
        return Limit.of(workload);
    }

    /** After one more try. */
    Verdict after(Reading reading) {
        return new Verdict(workload, best.orBetter(reading), tries + 1);
    }

    boolean isPassed() {
        return limit().keepsRatio(best) && limit().keepsBytes(best);
    }
}
