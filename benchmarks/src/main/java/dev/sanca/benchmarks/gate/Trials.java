package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;
import java.util.List;
import java.util.Map;

/** Measures workloads. */
@FunctionalInterface
interface Trials {
    /**
     * Measures workloads of one class; of those whose code fails there is no reading.
     *
     * @param number of the try, from 1; a later one takes longer
     */
    Map<Workload, Reading> measure(List<Workload> workloads, int number);
}
