package dev.sanca.benchmarks.peers;

import java.util.Locale;

/** What an answer is counted in. */
enum Unit {
    NANOSECONDS("ns"),
    MILLISECONDS("ms"),
    MEGABYTES("MB"),
    BYTES("bytes");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** A value with three digits. */
    String text(double value) {
        String unit = symbol;
        double shown = value;
        if (this == NANOSECONDS && value >= 1e6) {
            shown = value / 1e6;
            unit = "ms";
        } else if (this == NANOSECONDS && value >= 1e4) {
            shown = value / 1e3;
            unit = "µs";
        }
        int digits = shown >= 100 ? 0 : shown >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f %s", shown, unit);
    }
}
