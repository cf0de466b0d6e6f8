package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.MainThread;
import dev.sanca.internal.ffi.pystate_h;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to stop the Python code of one thread: an interrupt of the Java thread, a {@link Deadline}, or the exit of
 * the JVM.
 *
 * <p>{@link StopWatch} requests a stop, by an asynchronous exception of CPython. The thread takes the request where CPython raises that
 * exception, or in the handler of a signal. A request that the thread has not taken is withdrawn when the thread detaches, when it
 * attaches, and when its deadline is closed; so it arrives in no other body.
 *
 * <p><b>Thread:</b> a request is made and taken by attached threads. Without a GIL, these are two at once: the lock is this object,
 * and no Python code runs while it is held.
 */
public final class Stops {
    /** The request of an interrupted thread. The request of a deadline is the {@link Deadline}. */
    private static final Object INTERRUPT = new Object();

    /** The request of a thread that runs Python code when the JVM exits. */
    private static final Object EXIT = new Object();

    private final ThreadState state;
    private @Nullable Deadline innermost;
    private @Nullable Throwable raised;
    private boolean unframed;
    private volatile @Nullable Object request;

    /** When {@link StopWatch} tries again to make the thread take the request, and after which pause the next time. */
    private long nextTryNanos;

    private long pauseNanos;

    /** Whether the JVM exits; the thread ran Python code then. */
    private boolean exits;

    /** Whether the thread was stopped since the JVM exits. */
    private boolean hasStoppedForExit;

    /** Whether the log has named this stop. */
    private boolean isReported;

    Stops(ThreadState state) {
        this.state = state;
    }

    /** Begins a time limit, inside those that the thread has already. The thread is attached. */
    public synchronized Deadline open(Duration limit) {
        innermost = new Deadline(this, limit, innermost);
        return innermost;
    }

    synchronized void close(Deadline deadline) {
        innermost = deadline.outer;
        if (request == deadline) {
            withdrawNow();
        }
    }

    /** Returns whether a stop was requested that the thread has not taken. */
    boolean isRequested() {
        return request != null;
    }

    /** Withdraws a request that the thread has not taken. The thread is attached, and calls this itself. */
    synchronized void withdraw() {
        if (request != null) {
            withdrawNow();
        }
    }

    private void withdrawNow() {
        request = null;
        pystate_h.PyThreadState_SetAsyncExc(state.pthread, 0);
    }

    /** Stops the Python code that the thread runs, since the JVM exits. Any thread. */
    synchronized void exit() {
        exits = true;
    }

    /** Returns whether {@link #exit} was called. */
    synchronized boolean exits() {
        return exits;
    }

    /** Returns whether {@link #exit} has stopped the thread, which is to stay where it is. */
    boolean hasStoppedForExit() {
        return hasStoppedForExit;
    }

    /** Forgets what was raised last; the outermost body has ended. */
    void forget() {
        raised = null;
    }

    /**
     * Returns whether {@code error} is what has stopped Python on this thread last, and has no frames of Python yet. The answer is
     * true once.
     */
    public boolean takeUnframed(Throwable error) {
        boolean is = error == raised && unframed;
        unframed &= !is;
        return is;
    }

    /** Returns whether {@code error} is what has stopped Python on this thread last. */
    public boolean isRaised(Throwable error) {
        return error == raised;
    }

    /** Returns whether {@link StopWatch} has to do something now. The thread may be attached or not; it is another one. */
    synchronized boolean isDue(long now) {
        Object reason = reasonOrNull(now);
        if (reason == null) {
            pauseNanos = 0;
            isReported = false;
            return false;
        }
        return pauseNanos == 0 || now - nextTryNanos >= 0;
    }

    /** Returns whether the thread has not taken its request although {@link StopWatch} has tried with pauses up to {@code lastPauseNanos}. */
    synchronized boolean isUnanswered(long lastPauseNanos) {
        return request != null && pauseNanos >= lastPauseNanos;
    }

    /** Returns why the thread is to stop, as a part of a sentence; null if there is no reason any more, or it was asked for already. */
    synchronized @Nullable String reportOrNull(long now) {
        Object reason = reasonOrNull(now);
        if (reason == null || isReported) {
            return null;
        }
        isReported = true;
        if (reason instanceof Deadline deadline) {
            return deadline.sentence();
        }
        return reason == EXIT ? "the JVM exits" : "it was interrupted";
    }

    private @Nullable Object reasonOrNull(long now) {
        Thread thread = state.active();
        if (thread == null) {
            return null;
        }
        if (exits) {
            return hasStoppedForExit ? null : EXIT;
        }
        Deadline due = null;
        for (Deadline d = innermost; d != null; d = d.outer) {
            due = d.isDue(now) ? d : due;
        }
        return due != null ? due : !state.startedByPython && thread.isInterrupted() ? INTERRUPT : null;
    }

    /**
     * Requests the stop, or withdraws it if there is no reason any more. The caller is another thread, attached.
     *
     * @param type the exception that {@link #take} makes when Python instantiates it
     */
    synchronized void request(long type, long now, long firstPauseNanos, long lastPauseNanos) {
        Object reason = reasonOrNull(now);
        if (reason == null) {
            withdraw();
            return;
        }
        request = reason;
        pystate_h.PyThreadState_SetAsyncExc(state.pthread, type);
        pauseNanos = pauseNanos == 0 ? firstPauseNanos : Math.min(2 * pauseNanos, lastPauseNanos);
        nextTryNanos = now + pauseNanos;
    }

    /**
     * Takes the request, on the thread that is to stop. Clears the interrupt status, as whatever throws an
     * {@link InterruptedException} does.
     *
     * @param instantiated whether Python raises the exception of {@link #request}: then there is always something to throw
     * @return what to throw into Python, or null
     */
    public @Nullable Throwable take(boolean instantiated) {
        MainThread.restore();
        synchronized (this) {
            Object reason = request;
            if (reason == null && !instantiated) {
                return null;
            }
            withdraw();
            if (reason instanceof Deadline deadline) {
                raised = deadline.raise();
            } else if (reason == EXIT) {
                hasStoppedForExit = true;
                raised = new InterruptedException("Python was stopped: the JVM exits");
            } else if (Thread.interrupted() || instantiated) {
                raised = new InterruptedException("Python was stopped: the Java thread was interrupted");
            } else {
                return null;
            }
            unframed = true;
            return raised;
        }
    }
}
