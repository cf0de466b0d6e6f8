package dev.sanca.stress;

import dev.sanca.Python;
import dev.sanca.stress.soak.SoakReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code ./sanca soak}. */
final class SoakCommand {
    private final PrintStream out;

    SoakCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        double minutes = new Options(arguments, Set.of("--minutes")).real("--minutes", 10);
        out.println("soak: Python " + Python.version() + ", " + minutes + " minutes");
        Duration time = Duration.ofMillis(Math.round(minutes * 60_000));
        return SoakReport.run(time, Duration.ofSeconds(1), Path.of("target", "soak"), out) ? 0 : 1;
    }
}
