package dev.sanca.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnershipTableTest {
    private final OwnershipTable table = new OwnershipTable();

    private void add(Release way, double time, double peak) {
        table.add(LoopWork.LIST, way, new OwnershipSample(time, 2 * time, 100, peak));
    }

    @Test
    void ratioIsToTheSameRound() {
        add(Release.CLOSED, 10, 100);
        add(Release.POOLED, 20, 190);
        add(Release.CLOSED, 100, 101);
        add(Release.POOLED, 300, 210);
        add(Release.CLOSED, 20, 102);
        add(Release.POOLED, 100, 200);
        assertThat(table.rows()).contains("| 100.0 | 3.00 | 2.00–5.00 | 200.0 (3.00) | 100 | 200 |");
    }

    @Test
    void sampleIsReadAsItWasWritten() {
        OwnershipSample sample = new OwnershipSample(1.5, 2.25, 100, 250.5);
        assertThat(OwnershipSample.parse(sample.line())).contains(sample);
        assertThat(OwnershipSample.parse("something else")).isEmpty();
        assertThat(sample.growth()).isEqualTo(150.5);
    }
}
