package dev.sanca.internal.thread;

import dev.sanca.internal.reference.ScopeStack;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the GIL on behalf of threads that must not wait for it without end. C code that waits for the GIL cannot be told to
 * stop; so one thread that has nothing else to do attaches, and those who wait for it wait in Java.
 *
 * <p>Where the scout was attached a moment ago, the GIL is to be had: whoever held it has let it go. Other threads may be faster
 * than the one that attaches next, but no C code that keeps the GIL for minutes stands before it.
 *
 * <p><b>Thread:</b> a daemon thread, {@code sanca-scout}, which is started when somebody waits for the first time, and is parked
 * while nobody does.
 */
public final class AttachScout {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition WANTED = LOCK.newCondition();
    private static final Condition RETURNED = LOCK.newCondition();
    private static final long PAUSE_NANOS = 10_000_000L;

    private static @Nullable Thread thread;
    private static boolean wanted;

    /** How often the scout was attached. */
    private static long returns;

    private AttachScout() {}

    /**
     * Waits until a thread could attach. The caller is not attached.
     *
     * @param nanos how long at most
     * @return whether a thread could attach within that time
     * @throws InterruptedException if this thread is interrupted before; its interrupt status is cleared
     */
    public static boolean await(long nanos) throws InterruptedException {
        LOCK.lockInterruptibly();
        try {
            start();
            long before = returns;
            wanted = true;
            WANTED.signal();
            long left = nanos;
            while (returns == before) {
                if (left <= 0) {
                    return false;
                }
                left = RETURNED.awaitNanos(left);
            }
            return true;
        } finally {
            LOCK.unlock();
        }
    }

    private static void start() {
        if (thread == null) {
            Thread scout = ServiceThread.unstarted("sanca-scout", AttachScout::run);
            scout.start();
            thread = scout;
        }
    }

    private static void run() {
        while (true) {
            try {
                awaitWanted();
                if (ScopeStack.hasEnded()) { // whoever waits looks whether Python has ended
                    report();
                    continue;
                }
                ThreadState state = Attachment.enter(false);
                Attachment.leave(state);
                report();
            } catch (InterruptedException e) {
                // an interrupt does not end this thread
            } catch (Throwable e) { // no memory: the next round tries again
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static void awaitWanted() throws InterruptedException {
        LOCK.lock();
        try {
            while (!wanted) {
                WANTED.await();
            }
        } finally {
            LOCK.unlock();
        }
    }

    private static void report() {
        LOCK.lock();
        try {
            wanted = false;
            returns++;
            RETURNED.signalAll();
        } finally {
            LOCK.unlock();
        }
    }
}
