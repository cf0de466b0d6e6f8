package dev.sanca.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.benchmarks.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void everyWorkloadHasOne() {
        assertThat(Workload.matching(List.of()))
                .isNotEmpty()
                .allSatisfy(workload -> assertThat(Limit.of(workload).ratio())
                        .as("`gate` of a workload that promises nothing")
                        .isPositive());
    }

    @Test
    void bytesAreWholeOnes() {
        Limit limit = new Limit(1, 24);
        assertThat(limit.keepsBytes(new Reading(1, 24.02))).isTrue();
        assertThat(limit.keepsBytes(new Reading(1, 32))).isFalse();
    }
}
