package dev.sanca.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static List<Sample> samples(IntToDoubleFunction memory, IntToDoubleFunction references) {
        return IntStream.range(0, 120)
                .mapToObj(i -> new Sample(
                        i, memory.applyAsDouble(i), (long) references.applyAsDouble(i), i % 7 * 1000, 30, 0.1, i))
                .toList();
    }

    @Test
    void whatGrowsAtTheStartOrGoesUpAndDownDoesNotKeepGrowing() {
        assertThat(new Growth(samples(i -> Math.min(400 + 10 * i, 600), i -> i % 10 * 50_000)).found())
                .isEmpty();
    }

    @Test
    void whatGrowsToTheEndIsNamed() {
        assertThat(new Growth(samples(i -> 400 + 2 * i, i -> 1000)).found())
                .singleElement()
                .asString()
                .startsWith("resident memory (MB): ");
        assertThat(new Growth(samples(i -> 400, i -> 1000 * i)).found())
                .singleElement()
                .asString()
                .startsWith("references: ");
    }
}
