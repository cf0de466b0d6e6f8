package dev.sanca.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./sanca bench --ownership}: the same loops with references closed at once, left to the collector, and kept until a
 * scope ends; one table of times and memory, printed and written to {@code benchmarks/ownership.md}.
 *
 * <p>Each measurement is a JVM of its own. In each round a loop runs in every way, one after the other, so that what disturbs
 * the machine disturbs all.
 */
final class OwnershipCosts {
    private static final int ELEMENTS = 2_000_000;
    private static final int ROUNDS = 5;
    private static final int SECONDS_AT_MOST = 120;

    /** Full after the warm-up: else the garbage of Java, which is the same in all ways, would count as growth. */
    private static final String YOUNG_GENERATION = "-Xmn32m";

    private final Path poolOnly;
    private final int elements;

    private OwnershipCosts(Path poolOnly, int elements) {
        this.poolOnly = poolOnly;
        this.elements = elements;
    }

    /**
     * Runs all and writes the table.
     *
     * @param work a folder for changed classes
     * @param quick whether one round of a tenth of the elements is enough
     */
    static void run(Path file, Path work, boolean quick) throws IOException {
        PoolOnly.write(work);
        int elements = quick ? ELEMENTS / 10 : ELEMENTS;
        int rounds = quick ? 1 : ROUNDS;
        OwnershipCosts costs = new OwnershipCosts(work, elements);
        OwnershipTable table = new OwnershipTable();
        String text = "";
        for (int round = 1; round <= rounds; round++) {
            costs.measureAll(table, "round %d of %d".formatted(round, rounds));
            text = table.text(elements, round, quick);
            Files.writeString(file, text); // so that who stops it has the rounds until then
        }
        System.out.println();
        System.out.println(text);
    }

    private void measureAll(OwnershipTable table, String round) throws IOException {
        for (LoopWork loop : LoopWork.values()) {
            System.out.printf("%s: %s%n", round, loop.text);
            for (Release way : Release.values()) {
                table.add(loop, way, measure(loop, way));
            }
        }
    }

    private OwnershipSample measure(LoopWork loop, Release way) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-XX:-BackgroundCompilation"); // else a busy machine has not compiled when the warm-up ends
        command.add(YOUNG_GENERATION);
        command.add("-D%s=%s".formatted(OwnershipLoop.RELEASE, way));
        command.add("-cp");
        command.add((way == Release.POOLED ? poolOnly + ":" : "") + System.getProperty("java.class.path"));
        command.add(OwnershipLoop.class.getName());
        command.add(loop.name());
        command.add(String.valueOf(elements));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.onExit()
                .completeOnTimeout(process, SECONDS_AT_MOST, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly);
        List<OwnershipSample> samples;
        try (var output = process.inputReader()) {
            samples = output.lines()
                    .flatMap(line -> OwnershipSample.parse(line).stream())
                    .toList();
        }
        if (process.onExit().join().exitValue() != 0 || samples.size() != 1) {
            throw new IllegalStateException(loop + ", " + way + ": its JVM ended with status " + process.exitValue());
        }
        return samples.getFirst();
    }
}
