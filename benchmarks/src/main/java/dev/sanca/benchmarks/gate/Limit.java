package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Beside;
import dev.sanca.benchmarks.Workload;

/**
 * What a workload may cost before the gate fails.
 *
 * @param ratio its time in times of its bare half
 * @param bytes of the heap that an operation allocates
 */
record Limit(double ratio, long bytes) {
    /** What is promised of an idle machine is missed by up to this factor on a busy one. */
    static final double MARGIN = 1.25;

    /** As the annotation says; 0 as the ratio, if it says none. */
    static Limit of(Workload workload) {
        Beside beside = workload.beside();
        return new Limit(beside.gate() == 0 ? beside.atMost() * MARGIN : beside.gate(), beside.bytes());
    }

    boolean keepsRatio(Reading reading) {
        return reading.ratio() <= ratio;
    }

    /** Whether the bytes are within the limit; parts of a byte are what is now and then allocated for many operations. */
    boolean keepsBytes(Reading reading) {
        return Math.round(reading.bytes()) <= bytes;
    }
}
