package dev.sanca.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The same benchmarks in JVMs of several kinds, in rounds: in each, one benchmark runs in every kind of JVM, one after the
 * other, so that what disturbs the machine disturbs all.
 *
 * @param columns the kinds of JVM; what the others are compared with comes first
 * @param work the benchmarks, as {@code Class.method}, and what the table calls them
 */
record Columns(List<Column> columns, Map<String, String> work) {
    private static final String CLASS_PATH = "java.class.path";

    /**
     * A kind of JVM.
     *
     * @param name the head of its column
     * @param options of the JVM
     * @param classes a folder of classes that come before all others, or empty
     */
    record Column(String name, List<String> options, String classes) {}

    /** Measures, and writes the rows of a table: nanoseconds and, in brackets, the ratio to the first column. */
    String table(int rounds) throws RunnerException {
        Map<String, Map<String, List<Double>>> times = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (String benchmark : work.keySet()) {
                System.out.printf("round %d of %d: %s%n", round, rounds, benchmark);
                for (Column column : columns) {
                    times.computeIfAbsent(benchmark, b -> new LinkedHashMap<>())
                            .computeIfAbsent(column.name, c -> new ArrayList<>())
                            .addAll(measure(benchmark, column));
                }
            }
        }
        StringBuilder text = new StringBuilder("| work |");
        columns.forEach(column -> text.append(' ').append(column.name).append(" |"));
        text.append("\n|---|").append("--:|".repeat(columns.size())).append('\n');
        times.forEach((benchmark, row) -> {
            text.append("| ").append(work.get(benchmark)).append(" |");
            double first = lowerQuartile(row.get(columns.getFirst().name));
            row.values().forEach(values -> text.append(cell(lowerQuartile(values), first)));
            text.append('\n');
        });
        return text.toString();
    }

    /** The times of the iterations of one benchmark; none, if it failed. */
    private static List<Double> measure(String benchmark, Column column) throws RunnerException {
        List<String> jvm = new ArrayList<>(column.options);
        jvm.add("-XX:-BackgroundCompilation");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + Pattern.quote(benchmark) + "$")
                .jvmArgsAppend(jvm.toArray(String[]::new))
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(60)
                .measurementTime(TimeValue.milliseconds(10))
                .verbosity(VerboseMode.SILENT);
        String classPath = System.getProperty(CLASS_PATH);
        System.setProperty(
                CLASS_PATH, column.classes.isEmpty() ? classPath : column.classes + ':' + classPath); // of the fork
        try {
            List<Double> times = new ArrayList<>();
            for (RunResult result : new Runner(options.build()).run()) {
                for (BenchmarkResult fork : result.getBenchmarkResults()) {
                    for (IterationResult iteration : fork.getIterationResults()) {
                        times.add(iteration.getPrimaryResult().getScore());
                    }
                }
            }
            return times;
        } finally {
            System.setProperty(CLASS_PATH, classPath);
        }
    }

    private static double lowerQuartile(List<Double> times) {
        return Result.quantile(Result.sorted(times), 0.25);
    }

    private static String cell(double time, double first) {
        return Double.isNaN(time) ? " failed |" : String.format(Locale.ROOT, " %.1f (%.2f) |", time, time / first);
    }
}
