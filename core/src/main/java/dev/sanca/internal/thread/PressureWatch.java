package dev.sanca.internal.thread;

import dev.sanca.internal.reference.Pressure;
import dev.sanca.internal.reference.ScopeStack;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Samples how much the process has grown outside the Java heap, while a thread is attached. Calls {@link Pressure#request} when
 * the growth passes a limit.
 *
 * <p><b>Thread:</b> a daemon thread, {@code sanca-watch}, which is parked while no thread is attached.
 *
 * <p><b>Cost:</b> one read of {@code /proc/self/statm} every {@value #BUSY_MILLIS} to {@value #IDLE_MILLIS} ms while attached.
 * Where that file does not exist, only the number of references forces collections.
 */
final class PressureWatch implements Runnable {
    private static final int BUSY_MILLIS = 10;
    private static final int IDLE_MILLIS = 50;
    private static final int PARKED_MILLIS = 1000;
    private static final long LIMIT_BYTES = 256L << 20;
    private static final long PAGE_BYTES = 4096;

    private static @Nullable Thread thread;
    private static volatile boolean parked;

    private final byte[] buffer = new byte[128];
    private long heapTouched;
    private long floor = Long.MAX_VALUE;
    private boolean requested;
    private long madeBefore;

    private PressureWatch() {}

    /** Starts the watch, once. */
    static synchronized void start() {
        if (thread == null) {
            thread = ServiceThread.unstarted("sanca-watch", new PressureWatch());
            thread.start();
        }
    }

    /** Wakes the watch, because a thread attaches. */
    static void wake() {
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /** Returns whether the watch is parked because no thread is attached. */
    static boolean isParked() {
        return parked;
    }

    @Override
    public void run() {
        try (RandomAccessFile statm = open()) {
            while (!ScopeStack.hasEnded()) {
                try {
                    watch(statm);
                } catch (OutOfMemoryError e) { // of the Java heap: what is outside it is watched all the same
                    parked = false;
                    Thread.sleep(IDLE_MILLIS);
                }
            }
        } catch (IOException | InterruptedException e) {
            // the file cannot be read, or the thread was interrupted: the number of references still forces collections
        }
    }

    private void watch(@Nullable RandomAccessFile statm) throws IOException, InterruptedException {
        if (!ThreadStates.anyAttached()) {
            park();
            return;
        }
        long made = ThreadStates.totals().made();
        if (statm != null) {
            sample(statm);
        }
        Thread.sleep(made != madeBefore ? BUSY_MILLIS : IDLE_MILLIS);
        madeBefore = made;
    }

    /**
     * Waits until a thread attaches, and then a little longer; otherwise a thread that attaches again and again would wake this
     * thread each time.
     */
    private static void park() throws InterruptedException {
        parked = true;
        if (!ThreadStates.anyAttached()) {
            LockSupport.parkNanos(PARKED_MILLIS * 1_000_000L);
        }
        parked = false;
        StopWatch.wake();
        Thread.sleep(BUSY_MILLIS);
    }

    private static @Nullable RandomAccessFile open() {
        try {
            return new RandomAccessFile("/proc/self/statm", "r");
        } catch (IOException e) {
            return null;
        }
    }

    private void sample(RandomAccessFile statm) throws IOException {
        long outside = residentBytes(statm) - heapBytes();
        if (requested) {
            if (!Pressure.isAnswered()) {
                return;
            }
            requested = false;
            floor = outside;
        }
        floor = Math.min(floor, outside);
        if (outside - floor > Math.max(LIMIT_BYTES, floor / 4)) {
            requested = true;
            Pressure.request();
        }
    }

    /**
     * Returns an estimate of the resident part of the heap: the largest size that was ever used, but not more than is
     * committed.
     */
    private long heapBytes() {
        Runtime runtime = Runtime.getRuntime();
        long committed = runtime.totalMemory();
        heapTouched = Math.min(committed, Math.max(heapTouched, committed - runtime.freeMemory()));
        return heapTouched;
    }

    private long residentBytes(RandomAccessFile statm) throws IOException {
        statm.seek(0);
        int n = statm.read(buffer);
        String[] fields = new String(buffer, 0, Math.max(n, 0), StandardCharsets.US_ASCII).split(" ", 3);
        return fields.length < 2 ? 0 : Long.parseLong(fields[1]) * PAGE_BYTES;
    }
}
