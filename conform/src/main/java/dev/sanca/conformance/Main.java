package dev.sanca.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./sanca conform} starts: runs the columns one after the other and writes the report. Arguments: the project's
 * folder; {@code --all} for the columns that must be made first; {@code --again} to use no results of an earlier run that
 * tested the same; names of columns and of test classes, to run only these and write nothing. A report with more columns than
 * this run has is not written over. The exit code is 1 if a test failed.
 */
final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        List<String> wanted = Arrays.asList(args).subList(1, args.length);
        boolean all = wanted.contains("--all");
        List<String> tests = wanted.stream().filter(a -> a.endsWith("Test")).toList();
        List<String> named = wanted.stream()
                .filter(a -> !a.startsWith("--") && !tests.contains(a))
                .toList();
        Run run = new Run(root, tests, wanted.contains("--again"));
        Map<Column, Results> table = new LinkedHashMap<>();
        for (Column column : Column.all(root.resolve("core"))) {
            if (named.isEmpty() || named.contains(column.name())) {
                table.put(column, results(run, column, all || !named.isEmpty()));
            }
        }
        String report = Report.of(table);
        IO.println();
        IO.print(report);
        if (named.isEmpty() && tests.isEmpty()) {
            write(root.resolve("docs/conformance.md"), report, table);
        }
        System.exit(
                table.values().stream().allMatch(r -> r.ending(Outcome.FAILED).isEmpty()) ? 0 : 1);
    }

    private static void write(Path file, String report, Map<Column, Results> table) throws IOException {
        List<String> lost = Files.exists(file) ? Report.lost(Files.readString(file), table) : List.of();
        if (lost.isEmpty()) {
            Files.writeString(file, report);
        } else {
            System.err.println("sanca: " + file + " is left as it was: it has " + String.join(", ", lost)
                    + ", and this run has not. Run ./sanca conform --all to write all columns");
        }
    }

    private static Results results(Run run, Column column, boolean makes) throws IOException, InterruptedException {
        Results results = column.debian().isPresent() && !makes
                ? Results.leftOut("made and run by `./sanca conform --all` only")
                : run.of(column);
        System.err.println("sanca: " + column.name() + ": " + results.cell());
        for (Line line : results.ending(Outcome.FAILED)) {
            System.err.println("    " + line.testClass() + "." + line.test() + ": " + line.reason());
        }
        return results;
    }
}
