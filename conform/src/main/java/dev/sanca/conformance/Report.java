package dev.sanca.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The report as Markdown: the same text for the same results, wherever and whenever they were had. */
final class Report {
    private static final String HEAD = """
            # Conformance

            Written by `./sanca conform --all`: the core's whole suite, a row for each test class, in a JVM of its own for each
            column. A number counts tests. A *known difference* is a test that must behave differently there, in the way that
            the test describes; it fails when it does not.

            """;

    private Report() {}

    static String of(Map<Column, Results> table) {
        StringBuilder text = new StringBuilder(HEAD);
        List<Column> columns = List.copyOf(table.keySet());
        Collection<Results> results = table.values();
        row(text, "", columns.stream().map(Column::name).toList());
        row(text, "---", columns.stream().map(c -> "---").toList());
        TreeSet<String> classes = new TreeSet<>();
        results.forEach(r -> r.tests().forEach(line -> classes.add(line.testClass())));
        for (String name : classes) {
            row(
                    text,
                    "`" + name.replace("dev.sanca.", "") + "`",
                    cells(results, r -> r.isLeftOut() ? "–" : r.of(name).cell()));
        }
        row(text, "all", cells(results, Results::cell));
        row(text, "Python", cells(results, r -> r.version().isEmpty() ? "–" : r.version()));
        section(
                text,
                "The columns",
                columns.stream().map(c -> head(c) + c.about()).toList());
        section(text, "Left out", leftOut(table));
        section(text, "Failed", notes(table, Outcome.FAILED));
        section(text, "Known differences", notes(table, Outcome.DIFFERENT));
        section(text, "Tests that do not apply", notes(table, Outcome.OMITTED));
        return text.toString();
    }

    /** The columns that an earlier report has results of and this table has not. */
    static List<String> lost(String earlier, Map<Column, Results> table) {
        return table.keySet().stream()
                .filter(column -> results(table, column).isLeftOut())
                .filter(column -> earlier.lines()
                                .filter(line -> line.startsWith("* " + head(column)))
                                .count()
                        == 1) // a column that is left out has a line in two lists
                .map(Column::name)
                .toList();
    }

    private static Results results(Map<Column, Results> table, Column column) {
        return Objects.requireNonNull(table.get(column));
    }

    private static String head(Column column) {
        return "**" + column.name() + "**: ";
    }

    private static List<String> cells(Collection<Results> results, Function<Results, String> cell) {
        return results.stream().map(cell).toList();
    }

    private static void row(StringBuilder text, String name, List<String> cells) {
        text.append("| ")
                .append(name)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            lines.forEach(line -> text.append("* ").append(line).append('\n'));
        }
    }

    private static List<String> leftOut(Map<Column, Results> table) {
        List<String> lines = new ArrayList<>();
        table.forEach((column, results) -> {
            if (results.isLeftOut()) {
                lines.add(head(column) + results.leftOut());
            }
        });
        return lines;
    }

    /** One line for each test and reason, with the columns where it ended so. */
    private static List<String> notes(Map<Column, Results> table, Outcome outcome) {
        Map<String, List<String>> columns = new TreeMap<>();
        table.forEach((column, results) -> results.ending(outcome)
                .forEach(line -> columns.computeIfAbsent(note(line), n -> new ArrayList<>())
                        .add(column.name())));
        return columns.entrySet().stream()
                .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                .toList();
    }

    /** Without paths, which are another machine's business. */
    private static String note(Line line) {
        String reason = line.reason().replaceAll("(?<![^\\s\"'])/\\S+", "…").replaceFirst("^Assumption failed: ", "");
        return "`" + line.testClass().replace("dev.sanca.", "") + "." + line.test() + "`: " + reason;
    }
}
