package dev.sanca.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs workloads in rounds: in each, a workload runs next to its bare half, so that what disturbs the machine disturbs
 * both.
 */
final class Rounds {
    private final CommandLineOptions given;
    private final boolean quick;
    private final Map<String, List<Double>> samples = new LinkedHashMap<>();

    Rounds(CommandLineOptions given, boolean quick) {
        this.given = given;
        this.quick = quick;
    }

    /** The times of every workload; one whose code fails has none. */
    List<Result> run(List<Workload> workloads) throws RunnerException {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Workload w : workloads) {
            groups.computeIfAbsent(w.bare(), bare -> new ArrayList<>(List.of(bare)))
                    .add(w.name());
        }
        int rounds = quick ? 1 : 3;
        for (int round = 1; round <= rounds; round++) {
            int done = 0;
            for (List<String> group : groups.values()) {
                System.out.printf("round %d of %d, group %d of %d: %s%n", round, rounds, ++done, groups.size(), group);
                runGroup(group);
            }
        }
        return workloads.stream()
                .map(w -> new Result(w, times(w.name()), times(w.bare())))
                .toList();
    }

    private List<Double> times(String name) {
        return samples.getOrDefault(name, List.of());
    }

    private void runGroup(List<String> names) throws RunnerException {
        List<String> jvm = new ArrayList<>(given.getJvmArgsAppend().orElse(List.of()));
        jvm.add("-XX:-BackgroundCompilation"); // else a busy machine has not compiled when the warm-up ends
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .jvmArgsAppend(jvm.toArray(String[]::new))
                .forks(given.getForkCount().orElse(1))
                .warmupIterations(given.getWarmupIterations().orElse(quick ? 5 : 6))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(quick ? 250 : 500)))
                .measurementIterations(given.getMeasurementIterations().orElse(quick ? 60 : 100))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(quick ? 10 : 20)))
                .verbosity(given.verbosity().orElse(VerboseMode.SILENT));
        names.forEach(name -> options.include("^" + Pattern.quote(name) + "$"));
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            List<Double> times = samples.computeIfAbsent(result.getParams().getBenchmark(), name -> new ArrayList<>());
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    times.add(iteration.getPrimaryResult().getScore());
                }
            }
        }
    }
}
