package dev.sanca.stress;

import dev.sanca.Python;
import dev.sanca.stress.fuzz.Finding;
import dev.sanca.stress.fuzz.Fuzzer;
import dev.sanca.stress.fuzz.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./sanca fuzz}. */
final class FuzzCommand {
    private static final Path FOLDER = Path.of("target", "fuzz");

    private final PrintStream out;

    FuzzCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(List<String> arguments) throws IOException {
        Options options = new Options(arguments, Set.of("--minutes", "--seed", "--steps", "--replay"));
        if (options.has("--replay")) {
            return replay(Path.of(options.text("--replay")));
        }
        long seed = options.seed();
        long steps = options.number("--steps", 0);
        double minutes = options.real("--minutes", options.has("--steps") ? 0 : 1);
        out.println("fuzz: Python " + Python.version() + ", seed " + seed);
        return run(Fuzzer.create(), seed, steps, Duration.ofMillis(Math.round(minutes * 60_000)));
    }

    int run(Fuzzer fuzzer, long seed, long steps, Duration time) throws IOException {
        long start = System.nanoTime();
        Optional<Finding> finding = fuzzer.run(seed, steps, time);
        if (finding.isPresent()) {
            print(finding.orElseThrow());
            return 1;
        }
        out.printf(
                "fuzz: %,d steps in %,d programs, %.1f s: all as the model says%n",
                fuzzer.steps(), fuzzer.programs(), (System.nanoTime() - start) / 1e9);
        return 0;
    }

    private void print(Finding finding) throws IOException {
        out.println("fuzz: seed " + finding.seed() + " fails:");
        finding.failure().printStackTrace(out);
        if (!finding.isAlone()) {
            out.println("fuzz: none of the 100 programs from this seed on fails alone");
            return;
        }
        Path file = Files.createDirectories(FOLDER).resolve(finding.seed() + ".txt");
        Files.writeString(file, finding.program().toString());
        out.printf(
                "fuzz: the smallest program that fails has %d steps; run it again by ./sanca fuzz --replay %s%n%s",
                finding.program().steps().size(), file, finding.program());
    }

    private int replay(Path file) throws IOException {
        @Nullable Throwable failure = Fuzzer.create().replay(Program.parse(Files.readString(file)));
        if (failure != null) {
            failure.printStackTrace(out);
            return 1;
        }
        out.println("fuzz: the program does as the model says");
        return 0;
    }
}
