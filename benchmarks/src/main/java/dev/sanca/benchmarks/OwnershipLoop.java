package dev.sanca.benchmarks;

import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.benchmarks.LoopWork.Element;
import dev.sanca.types.PyAny;
import java.util.Arrays;

/**
 * The program of one JVM: a loop over many elements in one scope, whose references are given back in one way, which the
 * compiler knows as a constant.
 */
final class OwnershipLoop {
    /** Names the way of release. */
    static final String RELEASE = "sanca.benchmarks.release";

    private static final Release WAY = Release.valueOf(System.getProperty(RELEASE));
    private static final int PART = 1000;
    private static final int SHORT = 50_000;
    private static final int WARM_UPS = 40;
    private static final int TIMED = 3;
    private static final int ROUNDS_OF_EVERYTHING = 200;

    /** What keeps results from being compiled away. */
    private static volatile long consumed;

    private OwnershipLoop() {}

    /** Prints an {@link OwnershipSample}. */
    public static void main(String[] arguments) {
        LoopWork work = LoopWork.valueOf(arguments[0]);
        int elements = Integer.parseInt(arguments[1]);
        try (Python py = Python.attach()) {
            Everything.run(py, ROUNDS_OF_EVERYTHING);
            PyAny clock = py.importModule("time").getAttr("process_time_ns"); // Java's counts in steps of 10 ms
            Element element = work.prepare(py, elements);
            // Short ones, so that the memory of a whole loop is still new to the process.
            for (int i = 0; i < WARM_UPS; i++) {
                loop(py, element, Math.min(SHORT, elements));
            }
            ResidentMemory.forgetPeak();
            double before = ResidentMemory.now();
            loop(py, element, elements);
            double peak = ResidentMemory.peak();
            long start = clock.call().asLong();
            double time = time(py, element, elements);
            double processor = (clock.call().asLong() - start) / (double) TIMED / elements;
            System.out.println(new OwnershipSample(time, processor, before, peak).line());
        }
    }

    private static double time(Python py, Element element, int elements) {
        double[] times = new double[TIMED];
        for (int i = 0; i < TIMED; i++) {
            long start = System.nanoTime();
            loop(py, element, elements);
            times[i] = (System.nanoTime() - start) / (double) elements;
        }
        Arrays.sort(times);
        return Result.quantile(times, 0.5);
    }

    private static void loop(Python py, Element element, int elements) {
        long sum = 0;
        try (Scope scope = py.scope()) {
            for (int from = 0; from < elements; from += PART) {
                int to = Math.min(from + PART, elements);
                if (WAY == Release.NESTED) {
                    try (Scope nested = py.scope()) {
                        sum += part(element, from, to);
                    }
                } else {
                    sum += part(element, from, to);
                }
            }
        }
        consumed = sum;
    }

    private static long part(Element element, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += element.at(i);
        }
        return sum;
    }

    /** The loop has no more use for a reference. */
    static void done(PyAny reference) {
        if (WAY == Release.CLOSED) {
            reference.close();
        }
    }
}
