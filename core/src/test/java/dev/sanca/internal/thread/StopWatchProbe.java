package dev.sanca.internal.thread;

import dev.sanca.Python;
import java.util.concurrent.locks.LockSupport;

/** What tests may know of the watch. */
public final class StopWatchProbe {
    private StopWatchProbe() {}

    /** Waits until the watch holds all that it will ever hold of Python's. CPython runs. */
    public static void awaitPrepared() {
        while (StopWatch.type == 0 || !StopWatch.handled) {
            Python.attach(py -> true); // the watch sleeps while nobody is attached
            LockSupport.parkNanos(1_000_000);
        }
    }
}
