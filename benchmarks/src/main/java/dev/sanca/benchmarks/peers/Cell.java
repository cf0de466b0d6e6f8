package dev.sanca.benchmarks.peers;

import java.util.List;

/**
 * What one system answered for one workload, in all rounds.
 *
 * @param values one for each round that it answered
 * @param ratios each value to that of C in the same round
 * @param reason why there are none, if so; or else empty
 */
record Cell(List<Double> values, List<Double> ratios, String reason) {
    static Cell missing(String reason) {
        return new Cell(List.of(), List.of(), reason);
    }

    boolean isMeasured() {
        return !values.isEmpty();
    }

    double median() {
        return quantile(values, 0.5);
    }

    double best() {
        return quantile(values, 0);
    }

    /** The median of the ratios: a machine that changed its speed between rounds does not show in it. */
    double ratio() {
        return quantile(ratios, 0.5);
    }

    /** Half of the distance between the quartiles, as a part of the median. */
    double spread() {
        return (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median();
    }

    /** Linear between the neighbours; NaN of nothing. */
    static double quantile(List<Double> values, double part) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        double at = part * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }
}
