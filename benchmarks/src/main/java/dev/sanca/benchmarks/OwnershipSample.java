package dev.sanca.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What one JVM measured.
 *
 * @param time nanoseconds for one element, the end of the scope included
 * @param processor nanoseconds for one element that all threads of the process together ran
 * @param before MiB that were resident before the first whole loop
 * @param peak MiB that were resident at most during that loop
 */
record OwnershipSample(double time, double processor, double before, double peak) {
    private static final String WORD = "sample ";

    double growth() {
        return peak - before;
    }

    /** For {@link #parse}. */
    String line() {
        return String.format(Locale.ROOT, "%s%.3f %.3f %.3f %.3f", WORD, time, processor, before, peak);
    }

    /** Empty for a line that is no sample. */
    static Optional<OwnershipSample> parse(String line) {
        if (!line.startsWith(WORD)) {
            return Optional.empty();
        }
        double[] fields = Arrays.stream(line.substring(WORD.length()).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Optional.of(new OwnershipSample(fields[0], fields[1], fields[2], fields[3]));
    }
}
