package dev.sanca.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was measured of all loops in all ways, and how it is shown. */
final class OwnershipTable {
    private final Map<LoopWork, Map<Release, List<OwnershipSample>>> samples = new TreeMap<>();

    /** Adds what one round measured. */
    void add(LoopWork loop, Release way, OwnershipSample sample) {
        samples.computeIfAbsent(loop, l -> new TreeMap<>())
                .computeIfAbsent(way, w -> new ArrayList<>())
                .add(sample);
    }

    /** The page. */
    String text(int elements, int rounds, boolean quick) {
        return Report.machine(String.format(Locale.ROOT, """
                # What it costs to keep references

                %%s Written by `./sanca bench --ownership%s`.

                Loops over %,d elements in one scope, which ends in their time. Each measurement is a JVM of its own, with the
                collector that the JVM chooses and a young generation of 32 MiB, which is full before memory is measured: Java's
                own garbage would else hide what is kept. Rounds: %d. In PyO3's place stands Sanca: for its pool, without the
                collector's help, which was taken out of the byte code, so that nothing is given back before the scope ends.

                * Time: nanoseconds for one element, the median of three loops in each JVM and of the rounds.
                * Ratio: to the JVM of the same round that closed each reference; the median, the least and the most.
                * Processor: nanoseconds for one element that all threads of the JVM ran together, the collector's included, and
                  the ratio of that.
                * Peak: MiB resident at most during the first such loop, Java's heap included. Growth: without what was resident
                  before it.

                """, quick ? " --quick" : "", elements, rounds)) + rows();
    }

    /** The table alone. */
    String rows() {
        StringBuilder text = new StringBuilder(
                "| loop | time | ratio | spread | processor | growth | peak |\n|---|--:|--:|--:|--:|--:|--:|\n");
        samples.forEach((loop, ways) -> {
            text.append("| **").append(loop.text).append("** | | | | | | |\n");
            ways.forEach((way, all) -> text.append(row(way, all, ways.get(Release.CLOSED))));
        });
        return text.toString();
    }

    private static String row(Release way, List<OwnershipSample> all, List<OwnershipSample> closed) {
        double[] ratios = ratios(all, closed, OwnershipSample::time);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.2f–%.2f | %.1f (%.2f) | %.0f | %.0f |%n",
                way.text,
                median(all, OwnershipSample::time),
                Result.quantile(ratios, 0.5),
                ratios[0],
                ratios[ratios.length - 1],
                median(all, OwnershipSample::processor),
                Result.quantile(ratios(all, closed, OwnershipSample::processor), 0.5),
                median(all, OwnershipSample::growth),
                median(all, OwnershipSample::peak));
    }

    /** Each to that of the same round, sorted. */
    private static double[] ratios(
            List<OwnershipSample> all, List<OwnershipSample> closed, ToDoubleFunction<OwnershipSample> value) {
        return IntStream.range(0, all.size())
                .mapToDouble(round -> value.applyAsDouble(all.get(round)) / value.applyAsDouble(closed.get(round)))
                .sorted()
                .toArray();
    }

    private static double median(List<OwnershipSample> samples, ToDoubleFunction<OwnershipSample> value) {
        return Result.quantile(samples.stream().mapToDouble(value).sorted().toArray(), 0.5);
    }
}
