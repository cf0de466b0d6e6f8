package dev.sanca.stress.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether memory or references keep growing. The first quarter of the samples is warm-up; of the rest, each third has a median.
 * Something keeps growing if its median rises from each third to the next, and that of the last third is more than a tenth, and more
 * than an allowance, above that of the first.
 */
final class Growth {
    private static final double MEMORY_ALLOWANCE = 24;
    private static final double REFERENCES_ALLOWANCE = 20_000;
    private static final double THREADS_ALLOWANCE = 20;
    private static final double PART = 0.1;

    private final List<Sample> samples;

    Growth(List<Sample> samples) {
        this.samples = samples.subList(samples.size() / 4, samples.size());
    }

    /** Sentences that name what keeps growing. */
    List<String> found() {
        List<String> found = new ArrayList<>();
        check(found, "resident memory (MB)", Sample::resident, MEMORY_ALLOWANCE);
        check(found, "references", Sample::references, REFERENCES_ALLOWANCE);
        check(found, "the release pool", Sample::pool, REFERENCES_ALLOWANCE);
        check(found, "threads", Sample::threads, THREADS_ALLOWANCE);
        return found;
    }

    private void check(List<String> found, String name, ToDoubleFunction<Sample> value, double allowance) {
        double first = median(0, value);
        double second = median(1, value);
        double last = median(2, value);
        if (first < second && second < last && last - first > Math.max(allowance, PART * first)) {
            found.add(String.format(Locale.ROOT, "%s: %.0f, %.0f, %.0f", name, first, second, last));
        }
    }

    private double median(int third, ToDoubleFunction<Sample> value) {
        int size = samples.size() / 3;
        double[] sorted = samples.subList(third * size, (third + 1) * size).stream()
                .mapToDouble(value)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** First and last values after the warm-up, as medians of the first and the last third. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "resident memory %.0f to %.0f MB, references %.0f to %.0f, pool %.0f to %.0f, threads %.0f to %.0f, wait for the GIL"
                        + " %.2f to %.2f ms",
                median(0, Sample::resident),
                median(2, Sample::resident),
                median(0, Sample::references),
                median(2, Sample::references),
                median(0, Sample::pool),
                median(2, Sample::pool),
                median(0, Sample::threads),
                median(2, Sample::threads),
                median(0, Sample::gilWait),
                median(2, Sample::gilWait));
    }
}
