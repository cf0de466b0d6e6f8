package dev.sanca.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running program that answers; what it says beside that is passed over. */
final class Program implements AutoCloseable {
    private static final int START_SECONDS = 120;
    private static final String END = "";

    private final Process process;
    private final Writer requests;
    private final String description;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Starts it and waits until it is ready. */
    Program(ProcessBuilder builder) throws Unavailable {
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Unavailable("cannot be started: " + e.getMessage());
        }
        requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(this::read); // it reads a pipe, which holds a carrier of virtual threads
        String ready = next("ready", START_SECONDS);
        description = ready == null ? "" : ready.substring("ready".length()).strip();
        if (ready == null) {
            String failure = failure(START_SECONDS);
            close();
            throw new Unavailable("did not start: " + failure);
        }
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // it has ended, which the line below says
        }
        lines.add(END);
    }

    /** Asks for one workload; a program that does not answer in time is ended. */
    Answer ask(String name, double millis, int seconds) {
        try {
            requests.write("%s %s\n".formatted(name, millis));
            requests.flush();
        } catch (IOException e) {
            return Answer.cannot(failure(seconds));
        }
        String line = next(name, seconds);
        if (line == null) {
            String failure = failure(seconds);
            close();
            return Answer.cannot(failure);
        }
        return Answer.parse(name, line);
    }

    private @Nullable String next(String word, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (true) {
                String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(END)) {
                    return null;
                }
                if (line.equals(word) || line.startsWith(word + " ")) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private String failure(int seconds) {
        try {
            return process.waitFor(1, TimeUnit.SECONDS)
                    ? "ended with status " + process.exitValue()
                    : "no answer in " + seconds + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Lets the programs go on for a while. */
    static void await(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it said of itself, with versions. */
    String description() {
        return description;
    }

    /** Lets it go on. */
    void resume() {
        signal("-CONT");
    }

    /** Stops it while others are measured: what it compiles or collects in the background would be measured with them. */
    void pause() {
        signal("-STOP");
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal, String.valueOf(process.pid())));
        process.descendants().map(child -> String.valueOf(child.pid())).forEach(command::add);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // then it goes on, and the others are disturbed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
