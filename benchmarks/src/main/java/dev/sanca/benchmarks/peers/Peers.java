package dev.sanca.benchmarks.peers;

import dev.sanca.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ./sanca bench --peers}: builds all systems, measures them, and writes the tables and the chart. */
public final class Peers {
    private Peers() {}

    /**
     * Runs.
     *
     * @param project the root of the project
     * @return the status to exit with: 2 if the arguments are wrong
     */
    public static int run(List<String> arguments, Path project) throws IOException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            return 2;
        }
        Rounds rounds = Rounds.of(options.quick());
        Map<String, String> absent = new LinkedHashMap<>();
        List<Contestant> contestants = contestants(options, project, absent);
        // Programs that are stopped would stay.
        Thread end = new Thread(() -> contestants.forEach(Contestant::close));
        Runtime.getRuntime().addShutdownHook(end);
        Results results;
        try {
            rounds.run(options.chosenWorkloads(), contestants);
            results = Results.of(options.chosenWorkloads(), contestants, absent);
        } finally {
            contestants.forEach(Contestant::close);
        }
        String report = PeersReport.of(results, header(options, rounds, contestants));
        System.out.println();
        System.out.println(report);
        if (options.isAll() && !contestants.isEmpty()) {
            Files.writeString(project.resolve("benchmarks/results.md"), report);
            Files.writeString(project.resolve("benchmarks/results.svg"), Chart.of(results));
        }
        return 0;
    }

    private static List<Contestant> contestants(Options options, Path project, Map<String, String> absent)
            throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        Workshop workshop;
        try {
            workshop = new Workshop(project, System.getProperty("sanca.benchmarks.python", ""));
        } catch (Unavailable e) {
            options.chosenPeers().forEach(peer -> absent.put(peer.name(), String.valueOf(e.getMessage())));
            return contestants;
        }
        for (Peer peer : options.chosenPeers()) {
            System.out.println("building " + peer.name());
            try {
                contestants.add(new Contestant(peer, peer.recipe().build(workshop)));
            } catch (Unavailable e) {
                System.out.println("  " + e.getMessage());
                absent.put(peer.name(), String.valueOf(e.getMessage()));
            }
        }
        return contestants;
    }

    private static String header(Options options, Rounds rounds, List<Contestant> contestants) {
        return """
                # Sanca beside its peers, and beside C

                %s Written by `./sanca bench --peers%s`: %d rounds of %.0f ms for each cell after %.0f ms of warm-up, the systems
                one after the other. Each system is used as its own documentation recommends, all but GraalPy on the same CPython;
                [peers/README.md](peers/README.md) says what each workload is.

                Systems: %s.

                ![The ratios as bars](results.svg)
                """.formatted(
                        Machine.describe("CPython 3.11"),
                        options.quick() ? " --quick" : "",
                        rounds.count(),
                        rounds.millis(),
                        rounds.warmUpMillis(),
                        contestants.stream().map(Contestant::description).collect(Collectors.joining("; ")));
    }
}
