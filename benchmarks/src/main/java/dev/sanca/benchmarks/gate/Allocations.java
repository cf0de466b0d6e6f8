package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;
import java.util.List;

/**
 * The half of the gate that is a test: the bytes that an operation allocates. It counts operations and bytes, and compares no
 * times, so it says the same on every machine.
 *
 * <p>What the compiler makes of the same code differs now and then from one JVM to the next. So a workload beyond its limit
 * is called again in a JVM of its own, twice as often each time, and fails only if it is beyond the limit in all of them.
 */
final class Allocations {
    private Allocations() {}

    /** What is wrong with these workloads; empty, if each is within its limit. */
    static String beyondTheirLimits(List<Workload> workloads) {
        return new GateReport(new Gate(new TrialJvm(AllocationTrial.class)).judge(workloads)).failures();
    }
}
