package dev.sanca.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.benchmarks.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What the gate decides, on readings that are made up. */
class GateTest {
    private static final Workload CALL = workload("CallBenchmark.call1");
    private static final Workload ITEM = workload("ItemBenchmark.listGet");
    private static final Reading GOOD = new Reading(0.1, 0);
    private static final Reading SLOW = new Reading(100, 0);
    private static final Reading WASTEFUL = new Reading(0.1, 100_000);

    private final List<List<Workload>> asked = new ArrayList<>();

    private static Workload workload(String name) {
        return Workload.matching(List.of(name + "$")).getFirst();
    }

    /** The verdicts on the call, which is so at each of its tries, and on an item that is good. */
    private List<Verdict> judge(IntFunction<Reading> ofCall) {
        return new Gate((workloads, number) -> {
                    asked.add(workloads);
                    Map<Workload, Reading> readings = new HashMap<>();
                    workloads.forEach(w -> readings.put(w, w.equals(CALL) ? ofCall.apply(number) : GOOD));
                    return readings;
                })
                .judge(List.of(CALL, ITEM));
    }

    @Test
    void workloadThatIsAlwaysSlowFails() {
        List<Verdict> verdicts = judge(number -> SLOW);
        assertThat(verdicts).extracting(Verdict::isPassed).containsExactly(false, true);
        assertThat(verdicts).extracting(Verdict::tries).containsExactly(Gate.TRIES, 1);
    }

    @Test
    void workloadThatIsSlowInAllTriesButTheLastPasses() {
        assertThat(judge(number -> number < Gate.TRIES ? SLOW : GOOD)).allMatch(Verdict::isPassed);
    }

    @Test
    void onlyWhatIsBeyondItsLimitIsMeasuredAgain() {
        judge(number -> number == 1 ? SLOW : GOOD);
        assertThat(asked).containsExactly(List.of(CALL), List.of(ITEM), List.of(CALL));
    }

    @Test
    void workloadThatAlwaysAllocatesMoreFails() {
        assertThat(judge(number -> WASTEFUL).getFirst().isPassed()).isFalse();
    }

    @Test
    void timeAndBytesMayBeKeptInDifferentTries() {
        assertThat(judge(number -> number == 1 ? SLOW : WASTEFUL)).allMatch(Verdict::isPassed);
    }

    @Test
    void workloadThatIsNeverMeasuredFails() {
        List<Verdict> verdicts = new Gate((workloads, number) -> Map.of()).judge(List.of(CALL));
        assertThat(verdicts).extracting(Verdict::isPassed).containsExactly(false);
    }

    @Test
    void reportNamesWhatFailedByHowMuchAndHowToRunItAgain() {
        GateReport report = new GateReport(judge(number -> SLOW));
        assertThat(report.isPassed()).isFalse();
        assertThat(report.table()).contains("4 failed").contains("ItemBenchmark.listGet");
        assertThat(report.failures())
                .contains("CallBenchmark.call1 (call, one argument) takes 100.00 times its bare half")
                .contains("./sanca bench --gate 'CallBenchmark.call1$'")
                .doesNotContain("listGet");
    }

    @Test
    void reportOfNoFailureHasNoMessage() {
        GateReport report = new GateReport(judge(number -> GOOD));
        assertThat(report.isPassed()).isTrue();
        assertThat(report.failures()).isEmpty();
    }
}
