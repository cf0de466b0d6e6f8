package dev.sanca.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Reads what {@link Suite} wrote in one JVM after the other, and {@link Run} of how they ended. */
    static Results parse(List<String> written) {
        Map<String, Line> tests = new LinkedHashMap<>();
        String version = "";
        for (String text : written) {
            String death = Line.death(text);
            if (!death.isEmpty()) {
                bury(tests, death);
            } else if (!Line.version(text).isEmpty()) {
                version = Line.version(text);
            } else if (!text.equals(Line.END)) {
                put(tests, Line.parse(text));
            }
        }
        if (!written.contains(Line.END)) {
            put(tests, new Line("the suite", "reaches its end", Outcome.FAILED, "it did not"));
        }
        return new Results(version, "", List.copyOf(tests.values()));
    }

    private static void put(Map<String, Line> tests, Line line) {
        tests.put(line.testClass() + " " + line.test(), line);
    }

    /** What was running when the JVM died has failed; if nothing was, what ran last may have caused it. */
    private static void bury(Map<String, Line> tests, String death) {
        List<Line> running = tests.values().stream()
                .filter(line -> line.outcome() == Outcome.STARTED)
                .toList();
        running.forEach(line -> put(tests, line.with(Outcome.FAILED, death)));
        if (running.isEmpty()) {
            String last = tests.isEmpty()
                    ? "the suite"
                    : List.copyOf(tests.values()).getLast().testClass();
            put(tests, new Line(last, "leaves its JVM alive", Outcome.FAILED, death));
        }
    }

    /** The classes of these tests. */
    Set<String> testClasses() {
        return tests.stream().map(Line::testClass).collect(Collectors.toSet());
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
