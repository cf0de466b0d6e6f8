package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.MainThread;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.reference.ScopeStack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stops the Python code of threads that were interrupted, or whose {@link Deadline} is over; see {@link Stops}.
 *
 * <p>A thread that runs Python code is stopped by {@code PyThreadState_SetAsyncExc}. A thread that waits in C is sent a signal first,
 * so that its system call ends; CPython then runs the handlers of signals, but on its main thread only. So for that moment CPython takes
 * the thread for its main thread, see {@link MainThread}. What does not answer is tried again, each time after a longer pause.
 *
 * <p><b>Thread:</b> a daemon thread, {@code sanca-stop}, which is parked while no thread is attached. It attaches only when it has to
 * stop somebody.
 *
 * <p><b>Cost:</b> looks at the attached threads every {@value #LOOK_MILLIS} ms while there are any. Threads do nothing for it when they
 * call Python.
 */
public final class StopWatch {
    /** A real-time signal that neither the JVM nor CPython uses: {@code SIGRTMAX - 6} on Linux. */
    public static final int SIGNAL = 58;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final int LOOK_MILLIS = 10;
    private static final long PARKED_NANOS = 1_000_000_000L;
    private static final long ANSWER_NANOS = 5_000_000L;
    private static final long STEP_NANOS = 200_000L;
    private static final long LAST_PAUSE_NANOS = 1_000_000_000L;

    private static @Nullable Thread thread;

    private final Preparation preparation;

    /** The exception type, owned for ever; 0 until it is needed. */
    private long type;

    /** Whether the signal has its handler. */
    private boolean handled;

    private StopWatch(Preparation preparation) {
        this.preparation = preparation;
    }

    /** What the runtime does before the first stop. */
    public interface Preparation {
        /**
         * Returns a type derived from {@code BaseException} whose instantiation calls {@link Stops#take}, a new reference. The thread
         * is attached.
         */
        long makeType();

        /**
         * Makes a function that calls {@link Stops#take} the handler of {@link #SIGNAL}. The thread is attached.
         *
         * @return whether that was possible
         */
        boolean handleSignal();
    }

    /** Starts the watch, once. */
    public static synchronized void start(Preparation preparation) {
        if (thread == null) {
            Thread watch = Thread.ofPlatform()
                    .daemon()
                    .name("sanca-stop")
                    .inheritInheritableThreadLocals(false)
                    .unstarted(new StopWatch(preparation)::run);
            watch.start();
            thread = watch;
        }
    }

    /** Wakes the watch, because {@link PressureWatch} was woken. */
    static void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!ScopeStack.hasEnded()) {
            boolean _ = Thread.interrupted(); // an interrupt does not end this thread
            LockSupport.parkNanos(PressureWatch.isParked() ? PARKED_NANOS : LOOK_MILLIS * 1_000_000L);
            try {
                List<ThreadState> due = due();
                if (!due.isEmpty() && !ScopeStack.hasEnded()) {
                    stop(due);
                }
            } catch (Throwable e) { // no memory: the next round tries again
                LockSupport.parkNanos(LOOK_MILLIS * 1_000_000L);
            }
        }
    }

    private static List<ThreadState> due() {
        long now = System.nanoTime();
        List<ThreadState> due = List.of();
        synchronized (ThreadStates.ALL) {
            for (ThreadState state : ThreadStates.ALL) {
                if (state.active() != null && state.stops.isDue(now)) {
                    due = due.isEmpty() ? new ArrayList<>() : due;
                    due.add(state);
                }
            }
        }
        return due;
    }

    private void stop(List<ThreadState> due) {
        attached(() -> {
            if (type == 0) {
                type = preparation.makeType();
            }
            for (ThreadState state : due) {
                state.stops.request(type, System.nanoTime(), LOOK_MILLIS * 1_000_000L, LAST_PAUSE_NANOS);
            }
        });
        for (ThreadState state : due) {
            if (LINUX && MainThread.isKnown() && !isTaken(state, STEP_NANOS * 2)) {
                signal(state);
            }
        }
    }

    private void signal(ThreadState state) {
        boolean[] sent = {false};
        attached(() -> {
            if (isHandled() && state.stops.isRequested() && state.active() != null) {
                MainThread.pretend(state.pthread);
                sent[0] = libc.pthread_kill(state.pthread, SIGNAL) == 0;
            }
        });
        if (sent[0]) {
            boolean _ = isTaken(state, ANSWER_NANOS);
            attached(MainThread::restore);
        }
    }

    /** Installs the handler, unless it is. That fails if another thread takes a request meanwhile; the next attempt tries again. */
    private boolean isHandled() {
        if (!handled) {
            MainThread.pretend(libc.pthread_self()); // only the main thread may set handlers
            try {
                handled = preparation.handleSignal();
            } finally {
                MainThread.restore();
            }
        }
        return handled;
    }

    /** Waits at most {@code nanos} until a thread has taken its request; whether it has. */
    private static boolean isTaken(ThreadState state, long nanos) {
        long end = System.nanoTime() + nanos;
        while (state.stops.isRequested() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP_NANOS);
        }
        return !state.stops.isRequested();
    }

    private static void attached(Runnable action) {
        ThreadState own = Attachment.enter(false);
        try {
            action.run();
        } finally {
            Attachment.leave(own);
        }
    }
}
