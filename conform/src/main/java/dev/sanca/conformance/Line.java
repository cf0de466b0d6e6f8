package dev.sanca.conformance;

/**
 * What became of one test, as a line of a results file.
 *
 * @param testClass its class
 * @param test its method, with the number of the invocation if there are several
 * @param outcome how it ended
 * @param reason the first line of why, if there is something to say
 */
record Line(String testClass, String test, Outcome outcome, String reason) {
    /** The last line of a suite that ran to its end. */
    static final String END = "end";

    private static final String PYTHON = "python\t";
    private static final String DIED = "died\t";

    Line {
        reason = reason.strip().lines().findFirst().orElse("").replace('\t', ' ');
    }

    static Line parse(String text) {
        String[] fields = text.split("\t", 4);
        return new Line(fields[0], fields[1], Outcome.valueOf(fields[2]), fields[3]);
    }

    /** The line that says which Python it was. */
    static String python(String version) {
        return PYTHON + version;
    }

    /** What {@link #python} wrote, or the empty string if it is another line. */
    static String version(String text) {
        return text.startsWith(PYTHON) ? text.substring(PYTHON.length()) : "";
    }

    /** The line that says how a JVM ended before the suite did. */
    static String died(String how) {
        return DIED + how.strip().lines().findFirst().orElse("");
    }

    /** What {@link #died} wrote, or the empty string if it is another line. */
    static String death(String text) {
        return text.startsWith(DIED) ? text.substring(DIED.length()) : "";
    }

    /** The same test with another ending. */
    Line with(Outcome other, String why) {
        return new Line(testClass, test, other, why);
    }

    @Override
    public String toString() {
        return String.join("\t", testClass, test, outcome.name(), reason);
    }
}
