package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sanca.programs.MemoryLoops;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The loops of PyO3's memory guide, in JVMs of their own, with the default heap and with one so large that the collector
 * seldom runs by itself.
 *
 * <p>Two things are measured apart. That nothing leaks: the slope of the resident memory over the second half of ten
 * million iterations, sampled after collections, since in between it goes up and down by more than any leak. That it is
 * bounded: the most that was resident in a run without help.
 */
@Tag("memory")
@ExtendWith(OwnershipExtension.class)
class MemoryTest {
    private static final int ITERATIONS = 10_000_000;
    private static final long MIB = 1L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int TRIES = 3;

    /** One line of {@code MemoryLoops}: after so many iterations, so many bytes were resident. */
    private record Sample(double iteration, double bytes) {}

    private static String run(String heap, int iterations, String loop, String... options) {
        return ChildJvm.of(MemoryLoops.class)
                .options(heap.isEmpty() ? new String[0] : heap.split(" "))
                .options(options)
                .arguments(loop, Integer.toString(iterations))
                .timeout(PATIENCE)
                .run()
                .orFail();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "scope", "collector"})
    void loopLeaksLessThanOneByteAnIteration(String loop) {
        double least = Double.MAX_VALUE; // the heap itself grows now and then; a leak grows in every run
        for (int i = 0; i < TRIES && least >= 1; i++) {
            String output = run("", ITERATIONS, loop, "-Dsanca.test.quiet=true");
            double slope = slopeOfSecondHalf(samples(output));
            System.out.printf("MemoryTest %s: %.3f bytes an iteration%n", loop, slope);
            assertThat(output).contains("live 0");
            least = Math.min(least, slope);
        }
        assertThat(least).as("bytes an iteration").isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "close, '', 512",
        "scope, '', 512",
        "collector, '', 512",
        "close, -Xms8g -Xmn6g, 1024",
        "scope, -Xms8g -Xmn6g, 1024",
        "collector, -Xms8g -Xmn6g, 1024",
    })
    void growthOfLoopIsBounded(String loop, String heap, long mebibytes) {
        String output = run(heap, ITERATIONS, loop);
        double growth = number(output, "peak") - samples(output).getFirst().bytes();
        System.out.printf("MemoryTest %s %s: grew by %.0f MiB%n", loop, heap, growth / MIB);
        assertThat(output).contains("live 0");
        assertThat(growth).isLessThan(mebibytes * MIB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-Xms8g -Xmn6g"})
    void largeObjectsNeverClosedStayUnderTwoGibibytes(String heap) {
        String output = run(heap, 5_000, "large");
        System.out.printf("MemoryTest large %s: peak %.0f MiB%n", heap, number(output, "peak") / MIB);
        assertThat(output).contains("length 40000000000", "live 0");
        assertThat(number(output, "peak")).isLessThan(2048.0 * MIB);
    }

    /** Where {@code System.gc()} does nothing, and where it is a cycle of a concurrent collector. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC -XX:+DisableExplicitGC",
                "-XX:+UseParallelGC -XX:+DisableExplicitGC",
                "-XX:+UseSerialGC -XX:+DisableExplicitGC",
                "-XX:+UseZGC -XX:+DisableExplicitGC",
                "-XX:+UseG1GC -XX:+DisableExplicitGC -Xms8g -Xmn6g",
                "-XX:+UseG1GC -XX:+DisableExplicitGC --limit-modules=java.base,dev.sanca",
                "-XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent",
                "-XX:+UseZGC",
            })
    void largeObjectsStayBoundedWhateverSystemGcDoes(String options) {
        String output = run(options, 1_150, "large");
        System.out.printf("MemoryTest large %s: peak %.0f MiB%n", options, number(output, "peak") / MIB);
        assertThat(output).contains("length 9200000000", "live 0").doesNotContain("WARNING");
        assertThat(number(output, "peak")).isLessThan(2048.0 * MIB);
    }

    /** A JDK without that collector ends with exit code 1, and says so. */
    @Test
    void warningNamesTheFlagWhereNothingCollects() {
        ChildJvm.Result result = ChildJvm.of(MemoryLoops.class)
                .options("-XX:+UseShenandoahGC", "-XX:+DisableExplicitGC")
                .arguments("large", "300")
                .run();
        assumeThat(result.output()).doesNotContain("Unrecognized VM option", "not supported");
        assertThat(result.orFail())
                .contains("length 2400000000", "Remove -XX:+DisableExplicitGC")
                .containsOnlyOnce("WARNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-Xms8g -Xmn6g"})
    void growthOfLoopIsBoundedWithoutExplicitCollections(String heap) {
        String output = run(heap, ITERATIONS, "collector", "-XX:+DisableExplicitGC");
        double growth = number(output, "peak") - samples(output).getFirst().bytes();
        System.out.printf("MemoryTest collector -XX:+DisableExplicitGC %s: grew by %.0f MiB%n", heap, growth / MIB);
        assertThat(output).contains("live 0");
        assertThat(growth).isLessThan(1024.0 * MIB);
    }

    @Test
    void heldReferenceTakesThirtyTwoBytesOrSo() {
        String output = run("", 1_000_000, "held");
        double bytes = number(output, "held") / 1_000_000;
        System.out.printf("MemoryTest held: %.1f bytes a reference%n", bytes);
        assertThat(bytes).isBetween(16.0, 40.0);
    }

    private static List<Sample> samples(String output) {
        List<Sample> samples = output.lines()
                .filter(line -> line.startsWith("sample "))
                .map(line -> line.split(" "))
                .map(parts -> new Sample(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])))
                .toList();
        assertThat(samples).hasSize(100);
        return samples;
    }

    /** The slope of the line through the second half of the samples, by least squares. */
    private static double slopeOfSecondHalf(List<Sample> all) {
        List<Sample> half = all.subList(all.size() / 2, all.size());
        double x = half.stream().mapToDouble(Sample::iteration).average().orElseThrow();
        double y = half.stream().mapToDouble(Sample::bytes).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (Sample sample : half) {
            products += (sample.iteration() - x) * (sample.bytes() - y);
            squares += (sample.iteration() - x) * (sample.iteration() - x);
        }
        return products / squares;
    }

    /** The last number of the line that begins with a word. */
    private static double number(String output, String word) {
        return Arrays.stream(output.split("\n"))
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
