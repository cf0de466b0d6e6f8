package dev.sanca.benchmarks.peers;

/**
 * What a program said to one request.
 *
 * @param value the number; NaN if it has none
 * @param reason why it has none; empty if it has
 */
record Answer(double value, String reason) {
    static Answer of(double value) {
        return new Answer(value, "");
    }

    static Answer cannot(String reason) {
        return new Answer(Double.NaN, reason.isBlank() ? "no reason given" : reason);
    }

    /** Reads {@code NAME VALUE} or {@code NAME - reason}. */
    static Answer parse(String name, String line) {
        String rest = line.substring(name.length()).strip();
        if (rest.startsWith("- ")) {
            return cannot(rest.substring(2).strip());
        }
        try {
            return of(Double.parseDouble(rest.split(" ")[0]));
        } catch (NumberFormatException e) {
            return cannot("answered '" + line + "'");
        }
    }

    boolean isMeasured() {
        return reason.isEmpty();
    }
}
