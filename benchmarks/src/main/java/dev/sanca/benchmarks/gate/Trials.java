package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;
import java.util.List;
import java.util.Map;

/** Measures workloads. */
@FunctionalInterface
interface Trials {
    /**
     * Measures workloads of one class; of those that it did not come to there is no reading.
     *
     * @param number of the try, from 1; a later one takes longer
     * @throws IllegalStateException if the code of one fails, or its JVM does
     */
    Map<Workload, Reading> measure(List<Workload> workloads, int number);
}
