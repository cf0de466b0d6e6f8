package dev.sanca.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.benchmarks.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In JVMs of its own, as the compiler must not know the other tests. */
class AllocationsTest {
    @Test
    void noWorkloadAllocatesMoreThanItMay() {
        assertThat(Allocations.beyondTheirLimits(Workload.matching(List.of()))).isEmpty();
    }
}
