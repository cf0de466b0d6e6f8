import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** Java's side where Python is the program: loops that call Python through interfaces, and what Python calls. */
public final class Loops {
    public static volatile long consumed;

    private Loops() {}

    /** A Python function without arguments. */
    public interface Nothing {
        Object call();
    }

    /** Times {@code n} calls. */
    public static long nothing(Nothing function, int n) {
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) {
            consumed += function.call() == null ? 1 : 0;
        }
        return System.nanoTime() - start;
    }

    /** Times {@code n} calls with two numbers. */
    public static long add(LongBinaryOperator function, int n) {
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) {
            consumed += function.applyAsLong(1000L + i, 2000L);
        }
        return System.nanoTime() - start;
    }

    /** Times {@code n} calls of what raises. */
    public static long caught(Nothing function, int n) {
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) {
            try {
                function.call();
            } catch (RuntimeException e) {
                consumed += String.valueOf(e.getMessage()).length();
            }
        }
        return System.nanoTime() - start;
    }

    /** Times {@code n} calls on eight threads together. */
    public static long threads(Nothing function, int n) throws InterruptedException {
        int each = (n + 7) / 8;
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofPlatform().start(() -> nothing(function, each)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (long) ((System.nanoTime() - start) * ((double) n / (each * 8)));
    }

    public static long increment(long argument) {
        return argument + 1;
    }

    public static long negative(long argument) {
        return -argument;
    }

    public static void fail() {
        throw new IllegalArgumentException("no");
    }

    public static String[] texts(String text) {
        String[] texts = new String[16];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = (char) ('a' + i) + text;
        }
        return texts;
    }

    public static String text(String text) {
        return text;
    }

    public static int length(String text) {
        return text.length();
    }

    public static long[] longs(int n) {
        long[] longs = new long[n];
        for (int i = 0; i < n; i++) {
            longs[i] = i;
        }
        return longs;
    }

    public static double[] doubles(int n) {
        return new double[n];
    }

    public static java.nio.ByteBuffer buffer(int doubles) {
        return java.nio.ByteBuffer.allocateDirect(8 * doubles).order(java.nio.ByteOrder.nativeOrder());
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
