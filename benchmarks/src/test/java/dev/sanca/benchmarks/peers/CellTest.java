package dev.sanca.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
    private static final Cell CELL = new Cell(List.of(40.0, 10.0, 30.0, 20.0, 50.0), List.of(3.0, 1.0, 2.5), "");

    @Test
    void medianIsOfTheSortedValues() {
        assertThat(CELL.median()).isEqualTo(30);
        assertThat(new Cell(List.of(1.0, 2.0), List.of(), "").median()).isEqualTo(1.5);
    }

    @Test
    void bestIsTheLeast() {
        assertThat(CELL.best()).isEqualTo(10);
    }

    @Test
    void spreadIsHalfOfTheDistanceOfTheQuartiles() {
        assertThat(CELL.spread()).isCloseTo(10 / 30.0, within(1e-9));
        assertThat(new Cell(List.of(7.0), List.of(), "").spread()).isZero();
    }

    @Test
    void ratioIsTheMedianOfTheRatiosAndNotTheRatioOfTheMedians() {
        assertThat(CELL.ratio()).isEqualTo(2.5);
    }

    @Test
    void cellWithoutValuesHasAReasonAndNoRatio() {
        Cell missing = Cell.missing("cannot");
        assertThat(missing.isMeasured()).isFalse();
        assertThat(missing.ratio()).isNaN();
        assertThat(missing.reason()).isEqualTo("cannot");
    }
}
