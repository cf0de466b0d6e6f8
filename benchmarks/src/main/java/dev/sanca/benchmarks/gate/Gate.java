package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The regression gate: says whether a workload takes more times its bare half, or allocates more, than its {@code @Beside}
 * allows.
 *
 * <p>A workload beyond its limit is measured again, for longer and in a JVM of its own, and fails only if it is beyond it
 * every time. All the same the ratios depend on the machine: a person runs the gate before and after a change on one
 * machine, and judges. No test does. What is exact, the bytes, is a test of its own: {@link Allocations}.
 */
public final class Gate {
    /** How often a workload is measured before it fails. */
    static final int TRIES = 4;

    private final Trials trials;

    Gate(Trials trials) {
        this.trials = trials;
    }

    /** Measures workloads and prints a table; the report says which have failed. */
    public static GateReport run(List<Workload> workloads) {
        GateReport report = new GateReport(new Gate(new TrialJvm(Trial.class)).judge(workloads));
        System.out.println();
        System.out.println(report.table());
        return report;
    }

    List<Verdict> judge(List<Workload> workloads) {
        Map<Workload, Verdict> verdicts = new LinkedHashMap<>();
        workloads.forEach(workload -> verdicts.put(workload, new Verdict(workload)));
        for (int number = 1; number <= TRIES; number++) {
            for (List<Workload> group : open(verdicts)) {
                Map<Workload, Reading> readings = trials.measure(group, number);
                for (Workload workload : group) {
                    Reading reading = readings.getOrDefault(workload, Reading.NONE);
                    verdicts.computeIfPresent(workload, (w, verdict) -> verdict.after(reading));
                }
            }
        }
        return List.copyOf(verdicts.values());
    }

    /** Those that have not passed, by class. */
    private static List<List<Workload>> open(Map<Workload, Verdict> verdicts) {
        return List.copyOf(verdicts.values().stream()
                .filter(verdict -> !verdict.isPassed())
                .map(Verdict::workload)
                .collect(Collectors.groupingBy(Workload::type, LinkedHashMap::new, Collectors.toList()))
                .values());
    }
}
