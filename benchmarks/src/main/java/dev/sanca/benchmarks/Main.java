package dev.sanca.benchmarks;

import dev.sanca.benchmarks.gate.Gate;
import dev.sanca.benchmarks.gate.GateReport;
import dev.sanca.benchmarks.peers.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * {@code ./sanca bench [--quick | --runtimes | --tags | --ownership | --peers | --gate] [JMH arguments]}: runs the workloads
 * beside their bare halves and prints one table, which a run of all of them also writes to {@code benchmarks/bare.md}.
 */
public final class Main {
    private static final Set<String> OF_JMH_ALONE = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

    private Main() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException, RunnerException, CommandLineOptionException {
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        if (rest.contains("--peers")) {
            System.exit(Peers.run(rest, folder().resolve("..").normalize()));
        }
        if (rest.remove("--gate")) {
            GateReport report = Gate.run(found(rest));
            System.err.print(report.failures());
            System.exit(report.isPassed() ? 0 : 1);
        }
        boolean quick = rest.remove("--quick");
        if (rest.equals(List.of("--runtimes"))) {
            RuntimeCosts.run(folder().resolve("runtimes.md"));
            return;
        }
        if (rest.equals(List.of("--tags"))) {
            TagCosts.run(folder().resolve("tags.md"), folder().resolve("target/without-tags"));
            return;
        }
        if (rest.equals(List.of("--ownership"))) {
            OwnershipCosts.run(folder().resolve("ownership.md"), folder().resolve("target/pool-only"), quick);
            return;
        }
        if (rest.stream().anyMatch(OF_JMH_ALONE::contains)) {
            org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
            return;
        }
        List<String> names = new CommandLineOptions(rest.toArray(String[]::new)).getIncludes();
        List<Workload> workloads = found(names);
        rest.removeAll(names); // JMH would run these in each group
        CommandLineOptions options = new CommandLineOptions(rest.toArray(String[]::new));
        List<Result> results = new Rounds(options, quick).run(workloads);
        String table = Report.of(results, quick);
        System.out.println();
        System.out.println(table);
        if (names.isEmpty()) {
            Files.writeString(folder().resolve("bare.md"), table);
        }
        System.exit(results.stream().allMatch(Result::isAsPromised) ? 0 : 1);
    }

    private static List<Workload> found(List<String> names) {
        List<Workload> workloads = Workload.matching(names);
        if (workloads.isEmpty()) {
            System.err.println("No workload matches " + names + "; ./sanca bench -l lists them");
            System.exit(2);
        }
        return workloads;
    }

    private static Path folder() {
        return Path.of(System.getProperty("sanca.benchmarks.folder", "."))
                .toAbsolutePath()
                .normalize();
    }
}
