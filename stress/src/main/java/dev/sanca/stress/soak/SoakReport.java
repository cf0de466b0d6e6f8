package dev.sanca.stress.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Runs all workloads, writes the table and the plot, and says what grows. */
public final class SoakReport {
    private SoakReport() {}

    /**
     * Runs.
     *
     * @param time how long
     * @param between the time from one sample to the next
     * @param folder where {@code soak.csv} and {@code soak.png} go
     * @param out where the summary goes
     * @return whether neither memory nor references, pool and threads kept growing; see {@link Growth}
     * @throws IllegalStateException if a workload failed
     */
    public static boolean run(Duration time, Duration between, Path folder, PrintStream out)
            throws IOException, InterruptedException {
        List<Sample> samples = new Soak().run(time, between);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("soak.csv"),
                samples.stream()
                        .map(Sample::line)
                        .collect(Collectors.joining("\n", String.join(",", Sample.COLUMNS) + "\n", "\n")));
        Plot.write(samples, folder.resolve("soak.png"));
        Growth growth = new Growth(samples);
        out.println("soak: " + growth.summary() + "; " + samples.getLast().work() + " pieces of work");
        out.println("soak: see " + folder.resolve("soak.csv") + " and " + folder.resolve("soak.png"));
        growth.found().forEach(sentence -> out.println("soak: keeps growing: " + sentence));
        return growth.found().isEmpty();
    }
}
