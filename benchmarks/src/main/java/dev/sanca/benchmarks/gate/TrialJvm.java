package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@link Trial} or {@link AllocationTrial} in a JVM of its own, which is killed if it hangs. */
final class TrialJvm implements Trials {
    private static final int MINUTES = 10;

    /**
     * The collector and the heap are not left to the size of the machine, since barriers and sizes of objects depend on them.
     * New objects reuse little memory, which stays in the cache whatever else runs. And compilation ends before the warm-up
     * goes on, however busy the machine is.
     */
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseG1GC",
            "-Xms512m",
            "-Xmx512m",
            "-Xmn16m",
            "-XX:-BackgroundCompilation",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=blackhole," + Sink.class.getName() + "::consume");

    private final Class<?> trial;

    TrialJvm(Class<?> trial) {
        this.trial = trial;
    }

    @Override
    public Map<Workload, Reading> measure(List<Workload> workloads, int number) {
        System.out.printf(
                "try %d: %d of %s%n",
                number, workloads.size(), workloads.getFirst().subject());
        try {
            Path output = Files.createTempFile("gate", ".txt");
            try {
                return measure(workloads, number, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Workload, Reading> measure(List<Workload> workloads, int number, Path output) throws IOException {
        Process process = new ProcessBuilder(command(workloads, number))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = false;
        try {
            ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        if (!ended) {
            System.out.println("this JVM did not end:");
            lines.forEach(System.out::println);
        } else if (process.exitValue() != 0) { // no noise does that, so it is not tried again
            throw new IllegalStateException(
                    "a JVM of the gate ended with exit code " + process.exitValue() + ":\n" + String.join("\n", lines));
        }
        return readings(workloads, lines);
    }

    private List<String> command(List<Workload> workloads, int number) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        System.getProperties().forEach((key, value) -> {
            if (key.toString().startsWith("sanca.")) {
                command.add("-D" + key + "=" + value);
            }
        });
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), trial.getName()));
        command.add(String.valueOf(number));
        workloads.forEach(workload -> command.add(workload.name()));
        return command;
    }

    private static Map<Workload, Reading> readings(List<Workload> workloads, List<String> lines) {
        Map<String, Reading> found = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith(Trial.ANSWER)) {
                String[] words = line.substring(Trial.ANSWER.length()).split(" ");
                found.put(words[0], new Reading(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
            }
        }
        Map<Workload, Reading> readings = new HashMap<>();
        workloads.forEach(workload -> readings.put(workload, found.getOrDefault(workload.name(), Reading.NONE)));
        return readings;
    }
}
