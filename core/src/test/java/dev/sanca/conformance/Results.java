package dev.sanca.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a column came to.
 *
 * @param version the Python's version, empty if unknown
 * @param leftOut why the column was not run, empty if it was
 * @param tests what became of each test
 */
record Results(String version, String leftOut, List<Line> tests) {
    static Results leftOut(String why) {
        return new Results("", why, List.of());
    }

    /**
     * Reads what {@link Suite} wrote.
     *
     * @param ended how the JVM ended, for the test that was running when it did
     */
    static Results parse(List<String> written, String ended) {
        Map<String, Line> tests = new LinkedHashMap<>();
        String version = "";
        boolean complete = false;
        for (String text : written) {
            if (text.equals(Line.END)) {
                complete = true;
            } else if (!Line.version(text).isEmpty()) {
                version = Line.version(text);
            } else {
                Line line = Line.parse(text);
                tests.put(line.testClass() + " " + line.test(), line);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Line line : tests.values()) {
            lines.add(line.outcome() == Outcome.STARTED ? line.with(Outcome.FAILED, ended) : line);
        }
        if (!complete) {
            lines.add(new Line("the suite", "reaches its end", Outcome.FAILED, ended));
        }
        return new Results(version, "", lines);
    }

    boolean isLeftOut() {
        return !leftOut.isEmpty();
    }

    List<Line> ending(Outcome outcome) {
        return tests.stream().filter(line -> line.outcome() == outcome).toList();
    }

    /** The tests of one class. */
    Results of(String testClass) {
        return new Results(
                version,
                leftOut,
                tests.stream()
                        .filter(line -> line.testClass().equals(testClass))
                        .toList());
    }

    /** The cell of the table. */
    String cell() {
        if (isLeftOut()) {
            return "left out";
        }
        int passed = ending(Outcome.PASSED).size();
        int failed = ending(Outcome.FAILED).size();
        int different = ending(Outcome.DIFFERENT).size();
        int omitted = ending(Outcome.OMITTED).size();
        List<String> parts = new ArrayList<>();
        if (failed > 0) {
            parts.add("**failed (" + failed + " of " + tests.size() + ")**");
        } else if (passed > 0) {
            parts.add("passed (" + passed + ")");
        }
        if (different > 0) {
            parts.add("known difference (" + different + ")");
        }
        if (omitted > 0) {
            parts.add("does not apply (" + omitted + ")");
        }
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }
}
