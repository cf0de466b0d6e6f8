package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;
import java.util.List;

/**
 * One try of {@link Allocations}: calls workloads of one class as often as their number of operations asks, and prints what
 * they allocated. It reads no clock. The arguments are those of {@link Trial}.
 */
final class AllocationTrial {
    private AllocationTrial() {}

    /** Counts. */
    public static void main(String[] arguments) throws Throwable {
        List<Workload> workloads = Trial.workloads(arguments);
        int number = Integer.parseInt(arguments[0]);
        Object benchmark = Trial.prepared(workloads.getFirst().type());
        for (Workload workload : workloads) {
            Meter meter = new Meter(benchmark, workload.method());
            System.out.println(Trial.ANSWER + workload.name() + " 0 " + meter.countBytes(number));
        }
        System.exit(0); // the thread is attached, and Python need not be ended
    }
}
