package dev.sanca.benchmarks;

import dev.sanca.benchmarks.Columns.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code ./sanca bench --runtimes}: the same lines on CPython inline, without tags, opaque, and on GraalPy; one table,
 * printed and written to {@code benchmarks/runtimes.md}.
 */
final class RuntimeCosts {
    private static final int ROUNDS = 3;
    private static final Map<String, String> WORK = new LinkedHashMap<>();
    private static final List<Column> COLUMNS = List.of(
            new Column("CPython inline", List.of(), ""),
            new Column("tags off", List.of("-Dsanca.tags=off"), ""),
            new Column("opaque", List.of("-Dsanca.layout=opaque"), ""),
            new Column("GraalPy", List.of("-Dsanca.runtime=graalpy", "-Dsanca.benchmarks.everything=200"), ""));

    static {
        put("count", "a count taken and given back");
        put("typeCheck", "type checked (`cast`)");
        put("call", "function called with one argument");
        put("attribute", "attribute read");
        put("intRoundTrip", "`long` → `int` → `long`");
        put("sum", "sum of two such");
        put("intThroughPython", "`long` through a Python function and back");
        put("intNeeded", "`long` made an `int` and put into a list");
    }

    private RuntimeCosts() {}

    private static void put(String method, String work) {
        WORK.put("RuntimeBenchmark." + method, work);
    }

    /** Runs all and writes the table. */
    static void run(Path file) throws RunnerException, IOException {
        String table = Report.machine("""
                # The same lines on each runtime

                %s Written by `./sanca bench --runtimes`.

                Nanoseconds for one operation through the public API, lower quartile; in brackets the ratio to CPython inline.

                """) + new Columns(COLUMNS, WORK).table(ROUNDS);
        System.out.println();
        System.out.println(table);
        Files.writeString(file, table);
    }
}
