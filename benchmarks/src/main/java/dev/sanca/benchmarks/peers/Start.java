package dev.sanca.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of its own that computes one thing in Python, says so, and ends.
 *
 * @param time from the start of the process to its answer
 * @param memory what it had resident at most
 */
record Start(Answer time, Answer memory) {
    static Start of(ProcessBuilder program) {
        List<String> command = new ArrayList<>(program.command());
        command.add("start");
        program.command(command);
        long start = System.nanoTime();
        try {
            Process process = program.start();
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    if (line.startsWith("started")) {
                        return new Start(
                                Answer.of((System.nanoTime() - start) / 1e6), megabytes(Answer.parse("started", line)));
                    }
                }
            } finally {
                process.destroyForcibly();
            }
            return cannot("did not answer to 'start'");
        } catch (IOException e) {
            return cannot(String.valueOf(e.getMessage()));
        }
    }

    private static Answer megabytes(Answer kilobytes) {
        return kilobytes.isMeasured() ? Answer.of(kilobytes.value() / 1024) : kilobytes;
    }

    private static Start cannot(String reason) {
        return new Start(Answer.cannot(reason), Answer.cannot(reason));
    }
}
