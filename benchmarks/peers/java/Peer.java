import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

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
    public interface Value {
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

    protected final void value(String name, Value value) {
        workloads.put(name, millis -> String.valueOf(value.get()));
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
    protected static double heapGrowth(Body warmUp, java.util.function.Supplier<Object> make) throws Exception {
        warmUp.run(1000);
        long before = usedHeap();
        Object held = make.get();
        long after = usedHeap();
        consumed += held.hashCode();
        return (after - before) / (double) MILLION;
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The sixteen variants of a text, none of them the same object as another. */
    protected static String[] texts(String text) {
        return IntStream.range(0, 16).mapToObj(i -> (char) ('a' + i) + text).toArray(String[]::new);
    }

    protected static String[] keys() {
        return IntStream.range(0, 100_000).mapToObj(i -> "key-" + i).toArray(String[]::new);
    }

    protected static long[] longs() {
        return java.util.stream.LongStream.range(0, MILLION).toArray();
    }

    /** Eight threads, each of which does an eighth of the operations; the time from when all are ready. */
    protected static long eightThreads(int n, Body body) throws Exception {
        int each = (n + 7) / 8;
        var barrier = new java.util.concurrent.CyclicBarrier(9);
        Thread[] threads = new Thread[8];
        Throwable[] failure = new Throwable[1];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try {
                    barrier.await();
                    body.run(each);
                } catch (Throwable e) {
                    failure[0] = e;
                }
            });
        }
        barrier.await();
        long start = System.nanoTime();
        for (Thread thread : threads) {
            thread.join();
        }
        long took = System.nanoTime() - start;
        if (failure[0] != null) {
            throw new IllegalStateException(failure[0]);
        }
        return (long) (took * ((double) n / (each * 8)));
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
