package dev.sanca.benchmarks.gate;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Runs one benchmark method in batches and remembers what they took and what they allocated. */
final class Meter {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Of a batch while warming up, in nanoseconds: short, so that the compiler counts many calls. */
    private static final long SHORT = 20_000;
    /** Of a batch afterwards: shorter than the time for which a scheduler lets a program run. */
    private static final long BATCH = 200_000;

    /** Not the best one: a batch may fall into a moment in which the processor is faster than ever again. */
    private static final double QUANTILE = 0.02;

    /** Calls of {@link Loop} after which the compiler has compiled it, and what it calls, for the last time. */
    private static final int WARM_UPS = 6_000;
    /** Operations of each of these calls. */
    private static final int FEW = 10;
    /** No warm-up takes more operations than this, if each call makes many. */
    private static final long MOST = 20_000_000;
    /** Operations of a counted call: many, so that what is allocated once for hundreds of them is seen. */
    private static final int MANY = 2_000;
    /** Counted calls. */
    private static final int COUNTED = 10;

    private final Object benchmark;
    private final MethodHandle loop;
    private final int operations;
    private final List<Double> times = new ArrayList<>();
    private double bytes = Double.POSITIVE_INFINITY;
    private long calls = 1;

    /**
     * Of a method.
     *
     * @param benchmark the object, prepared
     */
    Meter(Object benchmark, String method) throws NoSuchMethodException {
        this.benchmark = benchmark;
        Method found = benchmark.getClass().getMethod(method);
        loop = Loop.of(found);
        OperationsPerInvocation given = found.getAnnotation(OperationsPerInvocation.class);
        operations = given == null ? 1 : given.value();
    }

    /** Nanoseconds for which this thread had a processor: a budget in it is the same work on a busy machine. */
    static long processorTime() {
        return THREAD.getCurrentThreadCpuTime();
    }

    /** Runs until the compiler has done its work, and then knows how many calls make a batch. */
    void warmUp(long budget) throws Throwable {
        long end = processorTime() + budget;
        long fastest = Long.MAX_VALUE;
        while (processorTime() < end) {
            long time = run();
            if (time < SHORT) {
                calls *= 2;
                fastest = Long.MAX_VALUE;
            } else {
                fastest = Math.min(fastest, time);
            }
        }
        calls = Math.max(1, calls * BATCH / fastest);
    }

    /** Forgets the batches so far. */
    void reset() {
        times.clear();
    }

    /** Runs one batch. */
    void batch() throws Throwable {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        double time = run();
        long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
        double done = (double) calls * operations;
        times.add(time / done);
        bytes = Math.min(bytes, allocated / done);
    }

    /**
     * Bytes of the heap that an operation allocates, counted after a number of calls that depends on nothing but the workload
     * and the number of the try. Where the counted calls differ, the least.
     */
    double countBytes(int number) throws Throwable {
        long warmUps = number * Math.min(WARM_UPS, Math.max(COUNTED, MOST / operations));
        for (long i = 0; i < warmUps; i++) {
            loop.invokeExact(benchmark, (long) Math.max(1, FEW / operations));
        }
        calls = Math.max(1, MANY / operations);
        for (int i = 0; i < COUNTED; i++) {
            batch();
        }
        return bytes;
    }

    private long run() throws Throwable {
        long before = System.nanoTime();
        loop.invokeExact(benchmark, calls);
        return System.nanoTime() - before;
    }

    /** Nanoseconds of an operation in the batches that other programs disturbed least. */
    double time() {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) (QUANTILE * sorted.size()));
    }

    /** Bytes of the heap that an operation allocates: where the batches differ, the least. */
    double bytes() {
        return bytes;
    }
}
