package dev.sanca.benchmarks.peers;

import java.util.Locale;

/**
 * What Sanca is to reach.
 *
 * @param most at most so much
 * @param isRatio of what C takes, or else in the workload's own unit
 */
record Target(double most, boolean isRatio) {
    static final Target NONE = new Target(Double.POSITIVE_INFINITY, true);

    static Target ratio(double most) {
        return new Target(most, true);
    }

    static Target value(double most) {
        return new Target(most, false);
    }

    boolean isSet() {
        return most < Double.POSITIVE_INFINITY;
    }

    boolean isMet(Cell cell) {
        return (isRatio ? cell.ratio() : cell.median()) <= most;
    }

    /** The target, as the tables show it. */
    String text(Unit unit) {
        if (!isSet()) {
            return "";
        }
        return isRatio ? String.format(Locale.ROOT, "%.2f", most) : unit.text(most);
    }
}
