package dev.sanca.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code ./sanca bench --runtimes}: the same lines on CPython inline, without tags, opaque, and on GraalPy; one table,
 * printed and written to {@code benchmarks/runtimes.md}.
 */
final class RuntimeCosts {
    private static final Map<String, String> WORK = new LinkedHashMap<>();
    private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

    static {
        WORK.put("count", "a count taken and given back");
        WORK.put("typeCheck", "type checked (`cast`)");
        WORK.put("call", "function called with one argument");
        WORK.put("attribute", "attribute read");
        WORK.put("intRoundTrip", "`long` → `int` → `long`");
        WORK.put("sum", "sum of two such");
        WORK.put("intThroughPython", "`long` through a Python function and back");
        WORK.put("intNeeded", "`long` made an `int` and put into a list");
        COLUMNS.put("CPython inline", List.of());
        COLUMNS.put("tags off", List.of("-Dsanca.tags=off"));
        COLUMNS.put("opaque", List.of("-Dsanca.layout=opaque"));
        COLUMNS.put("GraalPy", List.of("-Dsanca.runtime=graalpy", "-Dsanca.benchmarks.everything=200"));
    }

    private RuntimeCosts() {}

    /** Runs all and writes the table. */
    static void run(Path file) throws RunnerException, IOException {
        Map<String, Map<String, Double>> times = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> column : COLUMNS.entrySet()) {
            System.out.println("measuring " + column.getKey());
            times.put(column.getKey(), measure(column.getValue()));
        }
        String table = table(times);
        System.out.println();
        System.out.println(table);
        Files.writeString(file, table);
    }

    private static Map<String, Double> measure(List<String> properties) throws RunnerException {
        List<String> jvm = new ArrayList<>(properties);
        jvm.add("-XX:-BackgroundCompilation");
        Map<String, Double> times = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include("^" + RuntimeBenchmark.class.getName() + "\\.")
                        .jvmArgsAppend(jvm.toArray(String[]::new))
                        .forks(1)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.milliseconds(400))
                        .measurementIterations(40)
                        .measurementTime(TimeValue.milliseconds(20))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            BenchmarkParams params = result.getParams();
            String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
            times.put(name, result.getPrimaryResult().getStatistics().getPercentile(25));
        }
        return times;
    }

    private static String table(Map<String, Map<String, Double>> times) {
        StringBuilder text = new StringBuilder(Report.machine("""
                # The same lines on each runtime

                %s Written by `./sanca bench --runtimes`.

                Nanoseconds for one operation through the public API, lower quartile; in brackets the ratio to CPython inline.

                """));
        text.append("| work |");
        times.keySet().forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|").append("--:|".repeat(times.size())).append('\n');
        Map<String, Double> inline = times.get("CPython inline");
        WORK.forEach((name, work) -> {
            text.append("| ").append(work).append(" |");
            times.forEach((column, values) -> text.append(cell(values.get(name), inline.get(name))));
            text.append('\n');
        });
        return text.toString();
    }

    private static String cell(Double time, Double inline) {
        if (time == null || inline == null) {
            return " failed |";
        }
        return String.format(Locale.ROOT, " %.1f (%.1f) |", time, time / inline);
    }
}
