package dev.sanca.stress.soak;

import dev.sanca.Python;
import dev.sanca.PythonStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One moment.
 *
 * @param seconds since the start
 * @param resident resident memory of the process, in MB
 * @param references bound and detached references that own a count
 * @param pool counts that wait in the release pool
 * @param threads Java's threads and those of Python that are no Java threads: all of the process
 * @param gilWait how long an attach took, in milliseconds
 * @param work pieces of work done since the start
 */
record Sample(double seconds, double resident, long references, long pool, long threads, double gilWait, long work) {
    static final List<String> COLUMNS =
            List.of("seconds", "resident_mb", "references", "pool", "threads", "gil_wait_ms", "work");

    private static final double PAGE_MB = 4096 / 1e6;

    /** Measures now, on a thread that is not attached. */
    static Sample take(long startNanos, long work) throws IOException {
        long before = System.nanoTime();
        double wait = Python.attach(py -> (System.nanoTime() - before) / 1e6);
        PythonStats stats = Python.stats();
        String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1);
        return new Sample(
                (before - startNanos) / 1e9,
                Long.parseLong(pages[1]) * PAGE_MB,
                stats.liveBound() + stats.livePy(),
                stats.poolPending(),
                threadsOfProcess(),
                wait,
                work);
    }

    private static long threadsOfProcess() throws IOException {
        String line = Files.readString(Path.of("/proc/self/stat"));
        return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[17]);
    }

    /** A line of the table. */
    String line() {
        return String.format(
                Locale.ROOT, "%.1f,%.1f,%d,%d,%d,%.3f,%d", seconds, resident, references, pool, threads, gilWait, work);
    }
}
