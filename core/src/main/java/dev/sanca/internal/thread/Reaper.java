package dev.sanca.internal.thread;

import dev.sanca.internal.reference.ScopeStack;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the thread states of ended threads, of every runtime.
 *
 * <p>What a state holds may run code of users when it goes, and takes the GIL; and CPython unbinds a deleted state from the
 * thread that deletes it, whichever it belonged to. So no thread of a user does it, least of all in its first attach.
 *
 * <p><b>Thread:</b> a daemon of its own, with a stack as {@code python3}'s main thread has. It wakes every
 * {@value #PATIENCE_MILLIS} ms, and earlier if many states were made meanwhile. It does not keep the JVM from ending, and
 * leaves Python alone when that has ended.
 */
final class Reaper {
    private static final int PATIENCE_MILLIS = 1000;
    private static final long STACK_BYTES = 8 << 20;

    private static volatile @Nullable Thread thread;

    private Reaper() {}

    /**
     * A thread state was made. Any thread; not under a lock of the states.
     *
     * @param many whether it is time to look for dead ones
     */
    static void stateMade(boolean many) {
        Thread reaper = thread;
        if (reaper == null) {
            try {
                start();
            } catch (OutOfMemoryError e) {
                // the next one tries again
            }
        } else if (many) {
            LockSupport.unpark(reaper);
        }
    }

    private static synchronized void start() {
        if (thread == null) {
            Thread reaper = Thread.ofPlatform()
                    .daemon()
                    .name("sanca-reaper")
                    .stackSize(STACK_BYTES)
                    .inheritInheritableThreadLocals(false)
                    .unstarted(Reaper::run);
            reaper.setContextClassLoader(ClassLoader.getSystemClassLoader());
            reaper.start();
            thread = reaper;
        }
    }

    private static void run() {
        while (!ScopeStack.hasEnded()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
            if (Thread.interrupted()) {
                continue; // nobody's to end
            }
            try {
                ThreadStates.reap();
                ForeignStates.reap();
            } catch (Throwable e) { // no memory: what is left is tried again
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
            }
        }
    }
}
