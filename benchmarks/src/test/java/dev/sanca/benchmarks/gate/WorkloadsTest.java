package dev.sanca.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.benchmarks.Workload;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gate itself, in JVMs of its own. */
@Tag("gate")
class WorkloadsTest {
    @Test
    void allAreWithinTheirLimits() {
        assertThat(Gate.run(Workload.matching(List.of())).failures()).isEmpty();
    }
}
