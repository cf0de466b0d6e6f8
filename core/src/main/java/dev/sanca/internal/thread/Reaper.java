package dev.sanca.internal.thread;

import dev.sanca.internal.reference.ScopeStack;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the thread states of ended threads, of every runtime.
 *
 * <p>To delete a state takes the GIL, and may run code of users: finalizers of the objects that the state holds. Besides,
 * CPython unbinds a deleted state from the thread that deletes it, whichever thread the state belonged to. So no thread of a
 * user deletes states, least of all in its first attach.
 *
 * <p><b>Thread:</b> a daemon thread, {@code sanca-reaper}, with a stack as large as that of {@code python3}'s main thread. It
 * wakes every {@value #PATIENCE_MILLIS} ms, and earlier if many states were made meanwhile. It does not keep the JVM alive, and
 * does not call Python after the interpreter has ended.
 */
final class Reaper {
    private static final int PATIENCE_MILLIS = 1000;
    private static final long STACK_BYTES = 8 << 20;

    private static volatile @Nullable Thread thread;

    private Reaper() {}

    /**
     * Reports that a thread state was made. Any thread; the caller holds no lock of the states.
     *
     * @param many whether to look for states of ended threads now
     */
    static void stateMade(boolean many) {
        Thread reaper = thread;
        if (reaper == null) {
            try {
                start();
            } catch (OutOfMemoryError e) {
                // the next call tries again
            }
        } else if (many) {
            LockSupport.unpark(reaper);
        }
    }

    private static synchronized void start() {
        if (thread == null) {
            Thread reaper = ServiceThread.unstarted("sanca-reaper", STACK_BYTES, Reaper::run);
            reaper.start();
            thread = reaper;
        }
    }

    private static void run() {
        while (!ScopeStack.hasEnded()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
            if (Thread.interrupted()) {
                continue; // an interrupt does not end this thread
            }
            try {
                EndedThreads.reap();
                ForeignStates.reap();
            } catch (Throwable e) { // no memory: the next round tries again
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
            }
        }
    }
}
