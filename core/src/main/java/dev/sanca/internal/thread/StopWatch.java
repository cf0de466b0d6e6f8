package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.MainThread;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.reference.ScopeStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stops the Python code of threads that were interrupted, or whose {@link Deadline} is over; see {@link Stops}.
 *
 * <p>A thread that runs Python code is stopped by {@code PyThreadState_SetAsyncExc}. A thread that waits in C is sent a signal first,
 * so that its system call ends; CPython then runs the handlers of signals, but on its main thread only. So for that moment CPython takes
 * the thread for its main thread, see {@link MainThread}. What does not answer is tried again, each time after a longer pause.
 *
 * <p><b>Thread:</b> a daemon thread, {@code sanca-stop}, which is parked while no thread is attached. Where somebody must attach, to prepare and to
 * stop, another one does, {@code sanca-stop-attached}, so that this one can tell whom C code keeps from being stopped.
 *
 * <p><b>Cost:</b> looks at the attached threads every {@value #LOOK_MILLIS} ms while there are any. Threads do nothing for it when they
 * call Python.
 */
public final class StopWatch {
    /** A real-time signal that neither the JVM nor CPython uses: {@code SIGRTMAX - 6} on Linux. */
    public static final int SIGNAL = 58;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final int LOOK_MILLIS = 10;
    private static final int PREPARED_AFTER_LOOKS = 5;
    private static final long PARKED_NANOS = 1_000_000_000L;
    private static final long ANSWER_NANOS = 5_000_000L;
    private static final long STEP_NANOS = 200_000L;
    private static final long LAST_PAUSE_NANOS = 1_000_000_000L;
    private static final long REPORT_NANOS = 1_000_000_000L;

    private static @Nullable Thread thread;

    private final Preparation preparation;

    /** Has the only thread of this class that waits for the GIL. */
    private final Executor attaching =
            Executors.newSingleThreadExecutor(task -> ServiceThread.unstarted("sanca-stop-attached", task));

    /** The exception type, owned for ever; 0 until it is made. Only {@link #prepare} writes it. */
    static volatile long type;

    /** Whether the signal has its handler. Only {@link #prepare} writes it. */
    static volatile boolean handled;

    private StopWatch(Preparation preparation) {
        this.preparation = preparation;
    }

    /** What the runtime does for the watch. */
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

        /**
         * Returns the threads of Python, by identifier. The thread is not attached.
         *
         * @throws UnsupportedOperationException if C code keeps the GIL and this Python cannot tell without it
         */
        Map<Long, PythonThread> threads();
    }

    /** Starts the watch, once. */
    public static synchronized void start(Preparation preparation) {
        if (thread == null) {
            Thread watch = ServiceThread.unstarted("sanca-stop", new StopWatch(preparation)::run);
            watch.start();
            thread = watch;
        }
    }

    /** Wakes the watch, because {@link PressureWatch} was woken. */
    static void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        int looks = 0;
        while (!ScopeStack.hasEnded()) {
            boolean _ = Thread.interrupted(); // an interrupt does not end this thread
            LockSupport.parkNanos(PressureWatch.isParked() ? PARKED_NANOS : LOOK_MILLIS * 1_000_000L);
            looks++;
            try {
                if (looks == PREPARED_AFTER_LOOKS) {
                    attached(this::prepare); // so that the first stop need not wait for it
                }
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
            prepare();
            for (ThreadState state : due) {
                state.stops.request(type, System.nanoTime(), LOOK_MILLIS * 1_000_000L, LAST_PAUSE_NANOS);
            }
        });
        report(
                due.stream()
                        .filter(state -> state.stops.isUnanswered(LAST_PAUSE_NANOS))
                        .toList(),
                "C code neither returns nor looks for signals");
        for (ThreadState state : due) {
            if (handled && !isTaken(state, STEP_NANOS * 2)) {
                signal(state);
            }
        }
    }

    /** Names in the log what cannot be stopped: each thread once in each stop. */
    private void report(List<ThreadState> unstoppable, String why) {
        for (ThreadState state : unstoppable) {
            Thread thread = state.active();
            if (thread == null || !ThreadDump.isInC(thread)) {
                continue; // Java code is stopped in ways of its own
            }
            String reason = state.stops.reportOrNull(System.nanoTime());
            if (reason == null) {
                continue;
            }
            String stack;
            try {
                stack = ThreadDump.of(thread, preparation.threads());
            } catch (UnsupportedOperationException e) { // says which frames are missing
                stack = ThreadDump.of(thread, Map.of()) + e.getMessage();
            }
            System.getLogger("dev.sanca")
                    .log(
                            System.Logger.Level.WARNING,
                            "Python code on the thread \"" + thread.getName() + "\" is to stop, since " + reason
                                    + ", but "
                                    + why + ". It ends when that code returns, or with the process.\n"
                                    + stack.strip());
        }
    }

    private void signal(ThreadState state) {
        boolean[] sent = {false};
        attached(() -> {
            if (state.stops.isRequested() && state.active() != null) {
                MainThread.pretend(state.pthread);
                sent[0] = libc.pthread_kill(state.pthread, SIGNAL) == 0;
            }
        });
        if (sent[0]) {
            boolean _ = isTaken(state, ANSWER_NANOS);
            attached(MainThread::restore);
            remindMainThread();
        }
    }

    /**
     * Makes what a stop needs, unless it is there. The handler cannot be set while another thread takes a request: the next attempt tries
     * again.
     */
    private void prepare() {
        if (type == 0) {
            type = preparation.makeType();
        }
        if (!handled && LINUX && MainThread.isKnown()) {
            MainThread.pretend(libc.pthread_self()); // only the main thread may set handlers
            try {
                handled = preparation.handleSignal();
            } finally {
                MainThread.restore();
            }
            remindMainThread();
        }
    }

    /**
     * Lets CPython's main thread look for signals again: one that arrived while CPython took another thread for its main thread would wait for the
     * next. The handler of this one finds nothing to do.
     */
    private static void remindMainThread() {
        if (handled) {
            int _ = libc.pthread_kill(libc.pthread_self(), SIGNAL);
        }
    }

    /** Waits at most {@code nanos} until a thread has taken its request; whether it has. */
    private static boolean isTaken(ThreadState state, long nanos) {
        long end = System.nanoTime() + nanos;
        while (state.stops.isRequested() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP_NANOS);
        }
        return !state.stops.isRequested();
    }

    /** Runs an action on the thread that attaches, and waits for it. While that thread does not get the GIL, the log says so. */
    private void attached(Runnable action) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> runAttached(action), attaching);
        while (!ScopeStack.hasEnded()) {
            try {
                done.get(REPORT_NANOS, TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                report(due(), "code that does not end keeps the GIL");
            } catch (InterruptedException e) {
                // an interrupt does not end this thread
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            }
        }
    }

    private static void runAttached(Runnable action) {
        ThreadState own = Attachment.enter(false);
        try {
            action.run();
        } finally {
            Attachment.leave(own);
        }
    }
}
