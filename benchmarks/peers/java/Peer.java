import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The protocol, for the programs in Java: workloads by name, each repeated until it takes as long as asked for. */
public abstract class Peer {
    public static final int MILLION = 1_000_000;
    public static final String ASCII = "a".repeat(19);
    public static final String RUSSIAN = "\u0436".repeat(999);

    /** What keeps results from being compiled away. */
    public static volatile long consumed;

    /** A loop of so many operations. */
    public interface Body {
        void run(int n) throws Exception;
    }

    /** The same, which prepares something outside its time. */
    public interface Timed {
        long nanos(int n) throws Exception;
    }

    /** A value that is no time. */
    public interface Single {
        double get() throws Exception;
    }

    private interface Answer {
        String to(double millis) throws Exception;
    }

    private final Map<String, Answer> workloads = new HashMap<>();

    protected final void measure(String name, int units, Body body) {
        timed(name, units, n -> {
            long start = System.nanoTime();
            body.run(n);
            return System.nanoTime() - start;
        });
    }

    protected final void measure(String name, Body body) {
        measure(name, 1, body);
    }

    protected final void timed(String name, int units, Timed body) {
        int[] count = {1};
        workloads.put(name, millis -> {
            double target = millis * 1e6;
            while (true) {
                int n = count[0];
                long took = Math.max(1, body.nanos(n));
                double next = Math.min(n * Math.min(10, target / took), 1e9);
                count[0] = (int) Math.max(1, next);
                if (took * 2 >= target || count[0] <= n) {
                    return String.valueOf((double) took / n / units);
                }
            }
        });
    }

    /** A value that does not change: what one measurement leaves for the collector would be in the next. */
    protected final void value(String name, Single value) {
        double[] measured = {Double.NaN};
        workloads.put(name, millis -> {
            if (Double.isNaN(measured[0])) {
                measured[0] = value.get();
            }
            return String.valueOf(measured[0]);
        });
    }

    protected final void cannot(String reason, String... names) {
        for (String name : names) {
            workloads.put(name, millis -> "- " + reason);
        }
    }

    /** Answers until the input ends. */
    protected final void serve(String description) throws IOException {
        System.out.println("ready " + description);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ");
            Answer answer = workloads.getOrDefault(words[0], millis -> "- no such workload");
            System.out.println(words[0] + " " + answered(answer, Double.parseDouble(words[1])));
        }
    }

    private static String answered(Answer answer, double millis) {
        try {
            return answer.to(millis);
        } catch (Exception | LinkageError | StackOverflowError e) {
            return "- " + e.toString().lines().findFirst().orElse("");
        }
    }

    /** Says how large the process was at most. */
    protected static void printPeak() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                System.out.println("started " + line.replaceAll("\\D", ""));
            }
        }
    }

    /** How much the heap grows by what {@code make} returns, in bytes for each of a million. */
    protected static double heapGrowth(Body warmUp, Supplier<Object> make) throws Exception {
        warmUp.run(1000);
        long before = usedHeap();
        Object held = make.get();
        long after = usedHeap();
        consumed += held.hashCode();
        if (after < before) {
            throw new IllegalStateException("the heap shrank by what earlier workloads had left");
        }
        return (after - before) / (double) MILLION;
    }

    /** When the collector finds nothing more: what earlier workloads left may wait for other threads. */
    private static long usedHeap() throws InterruptedException {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            System.gc();
            Thread.sleep(100);
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (i > 2 && used - now < MILLION) {
                return now;
            }
            used = now;
        }
        return used;
    }

    /** The sixteen variants of a text, none of them the same object as another. */
    protected static String[] texts(String text) {
        return IntStream.range(0, 16).mapToObj(i -> (char) ('a' + i) + text).toArray(String[]::new);
    }

    protected static String[] keys() {
        return IntStream.range(0, 100_000).mapToObj(i -> "key-" + i).toArray(String[]::new);
    }

    protected static long[] longs() {
        return LongStream.range(0, MILLION).toArray();
    }

    /** What a thread does once before its operations; a body that is closeable is closed after them. */
    public interface Prepared {
        Body body() throws Exception;
    }

    /** Eight threads, each of which does an eighth of the operations; the time from when all are ready until all are done. */
    protected static long eightThreads(int n, Prepared prepared) throws Exception {
        int each = (n + 7) / 8;
        CyclicBarrier barrier = new CyclicBarrier(9);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    oneOfEight(each, prepared, barrier);
                } catch (Throwable e) {
                    failure.set(e);
                }
            }));
        }
        barrier.await();
        long start = System.nanoTime();
        barrier.await();
        long took = System.nanoTime() - start;
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return (long) (took * ((double) n / (each * 8)));
    }

    private static void oneOfEight(int each, Prepared prepared, CyclicBarrier barrier) throws Exception {
        Body body = nothing -> {};
        try {
            try {
                body = prepared.body();
            } finally {
                barrier.await();
            }
            body.run(each);
        } finally {
            barrier.await();
            if (body instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    /** What Python makes, and whose method it calls. */
    public static final class Counter {
        private final long value;

        public Counter(long value) {
            this.value = value;
        }

        public long increment(long argument) {
            return argument + value;
        }
    }
}
