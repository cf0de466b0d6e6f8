package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.types.PyAny;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The loops of PyO3's memory guide, for a JVM of their own: {@code main} prints the resident memory while one of them runs.
 * Arguments: its name, and the number of iterations.
 */
public final class MemoryLoops {
    private static final int SAMPLES = 100;
    private static final int PAGE_BYTES = 4096;
    private static final int REFERENCES_AFTER_COLLECTION = 2_000;
    private static final boolean QUIET = Boolean.getBoolean("sanca.test.quiet");

    private MemoryLoops() {}

    public static void main(String[] args) throws IOException {
        int iterations = Integer.parseInt(args[1]);
        try (Python py = Python.attach()) {
            switch (args[0]) {
                case "close" -> close(py, iterations);
                case "scope" -> scope(py, iterations);
                case "collector" -> collector(py, iterations);
                case "held" -> held(py, iterations);
                case "large" -> large(py, iterations);
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
        System.out.println("live " + liveInTheEnd());
        System.out.println("peak " + peakBytes());
    }

    /** Sanca's own threads attach for moments, and have references then. */
    private static long liveInTheEnd() {
        long live = Python.stats().liveBound();
        for (int i = 0; live > 0 && i < 1_000; i++) {
            LockSupport.parkNanos(5_000_000);
            live = Python.stats().liveBound();
        }
        return live;
    }

    private static void close(Python py, int iterations) throws IOException {
        for (int i = 0; i < iterations; i++) {
            try (PyAny hello = py.string("Hello World!")) {
                sample(hello, i, iterations);
            }
        }
    }

    private static void scope(Python py, int iterations) throws IOException {
        for (int i = 0; i < iterations; i++) {
            Scope each = py.scope();
            sample(py.string("Hello World!"), i, iterations);
            each.close();
        }
    }

    private static void collector(Python py, int iterations) throws IOException {
        for (int i = 0; i < iterations; i++) {
            sample(py.string("Hello World!"), i, iterations);
        }
    }

    /**
     * Prints the iteration and the resident memory, a hundred times in all; if asked to, a few thousand references after a
     * collection, so that samples compare: between collections the memory goes up and down as the collector pleases.
     */
    private static void sample(PyAny hello, int i, int iterations) throws IOException {
        int step = i % (iterations / SAMPLES);
        if (QUIET && step == 0) {
            System.gc();
            LockSupport.parkNanos(5_000_000); // the collector reports by a thread of its own
        }
        if (step == (QUIET ? REFERENCES_AFTER_COLLECTION : 0)) {
            System.out.println("sample " + i + " " + residentBytes() + " " + hello.len());
        }
    }

    private static void held(Python py, int iterations) {
        PyAny one = py.of("one object");
        List<PyAny> held = new ArrayList<>(iterations);
        long before = usedBytes();
        for (int i = 0; i < iterations; i++) {
            held.add(one.cast(PyAny.class));
        }
        long after = usedBytes();
        System.out.println("held " + held.size() + " " + (after - before));
    }

    private static void large(Python py, int iterations) {
        PyAny x = py.eval("b'x'");
        PyAny size = py.of(8_000_000);
        long length = 0;
        for (int i = 0; i < iterations; i++) {
            length += x.mul(size).len();
        }
        System.out.println("length " + length);
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long residentBytes() throws IOException {
        return PAGE_BYTES
                * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
    }

    /** The most that was ever resident. */
    private static long peakBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IllegalStateException("no VmHWM in /proc/self/status");
    }
}
