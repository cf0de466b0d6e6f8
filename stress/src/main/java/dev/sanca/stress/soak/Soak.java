package dev.sanca.stress.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Lets each {@link Workload} run on a thread of its own, with a pause after each piece, and takes a {@link Sample} each second. */
final class Soak {
    private static final int PAUSE_MILLIS = 5;

    private final LongAdder work = new LongAdder();
    private final AtomicBoolean isEnd = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * Runs for a time.
     *
     * @throws IllegalStateException if a workload failed
     */
    List<Sample> run(Duration time, Duration between) throws IOException, InterruptedException {
        List<Workload> workloads =
                Arrays.stream(Workload.values()).filter(Workload::isPossible).toList();
        List<Sample> samples = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(workloads.size())) {
            workloads.forEach(workload -> threads.execute(() -> repeat(workload)));
            try {
                while (System.nanoTime() - start < time.toNanos() && failure.get() == null) {
                    TimeUnit.NANOSECONDS.sleep(between.toNanos());
                    samples.add(Sample.take(start, work.sum()));
                }
            } finally {
                isEnd.set(true);
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a workload failed", failure.get());
        }
        return samples;
    }

    private void repeat(Workload workload) {
        try {
            while (!isEnd.get()) {
                workload.work();
                work.increment();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
    }
}
