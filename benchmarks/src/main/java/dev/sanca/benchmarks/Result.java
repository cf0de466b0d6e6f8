package dev.sanca.benchmarks;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What was measured of a workload.
 *
 * @param workload the workload
 * @param times nanoseconds of its iterations; none, if it failed
 * @param bareTimes those of the bare half, in the same order of rounds
 */
record Result(Workload workload, List<Double> times, List<Double> bareTimes) {
    /** The lower quartile: what other programs on the machine do can only lengthen an iteration. */
    double time() {
        return quantile(sorted(times), 0.25);
    }

    double bareTime() {
        return quantile(sorted(bareTimes), 0.25);
    }

    /** The time beside the bare time. */
    double ratio() {
        return time() / bareTime();
    }

    /** The ratio at another quantile. */
    double ratioQuantile(double q) {
        return quantile(sorted(times), q) / quantile(sorted(bareTimes), q);
    }

    boolean isMeasured() {
        return !times.isEmpty() && !bareTimes.isEmpty();
    }

    /** Whether the ratio, as the table shows it, keeps the promise; so does one that promises nothing. */
    boolean isAsPromised() {
        double most = workload.beside().atMost();
        return most == 0 || (isMeasured() && Math.round(ratio() * 100) <= Math.round(most * 100));
    }

    static double[] sorted(List<Double> values) {
        return values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
    }

    static double quantile(double[] sorted, double q) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(q * (sorted.length - 1))];
    }
}
