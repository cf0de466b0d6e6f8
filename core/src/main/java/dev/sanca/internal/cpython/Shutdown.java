package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pythonrun_h;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.thread.ThreadStates;
import java.lang.Thread.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the use of Python when the JVM exits: runs its {@code atexit} functions and flushes its streams. Afterwards Sanca does
 * not call Python any more.
 *
 * <p>Actions that a program has registered run first, with Python as it was; for them this waits as long as they take.
 *
 * <p>The interpreter is not finalized, because threads of the JVM may still be inside it. As Python does, this waits for
 * Python's non-daemon threads, but no longer than {@value #PATIENCE_SECONDS} seconds in all, since a JVM that was told to exit
 * must exit. A thread that sleeps in Java while it is attached holds the GIL, so Python's exit functions cannot run; this does
 * not wait for such a thread.
 */
final class Shutdown {
    private static final int PATIENCE_SECONDS = 10;

    private static final String EXIT_SOURCE = """
            import sys, threading, atexit
            def wait():
                for call in reversed(getattr(threading, '_threading_atexits', ())):
                    call()
                while True:  # not _shutdown(): it would wait for the thread that exits, before 3.13 for the main one too
                    alive = [t for t in threading.enumerate() if not t.daemon and t is not threading.main_thread()
                             and t.ident not in EXITING and t.ident != threading.get_ident()]
                    if not alive:
                        break
                    alive[0].join()
            try:
                wait()
            except BaseException:
                sys.excepthook(*sys.exc_info())
            atexit._run_exitfuncs()
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except Exception:
                    pass
            """;

    private static volatile boolean hasAttached;

    /** What runs first, the newest at the front. It is the lock for itself and {@link #actionsHaveRun}. */
    private static final Deque<Runnable> ACTIONS = new ArrayDeque<>();

    private static boolean actionsHaveRun;

    private Shutdown() {}

    static void install() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("sanca-exit").unstarted(Shutdown::run));
    }

    /**
     * Registers an action that runs first.
     *
     * @throws IllegalStateException if the actions have run already
     */
    static void before(Runnable action) {
        synchronized (ACTIONS) {
            if (actionsHaveRun) {
                throw new IllegalStateException("Python has ended because the JVM is shutting down: register what runs"
                        + " before its end earlier");
            }
            ACTIONS.push(action);
        }
    }

    private static void run() {
        Map<Thread, Long> exiting = new HashMap<>();
        releaseExiting(exiting); // an action may need the GIL
        runActions();
        ThreadStates.stopWatchingEnds();
        releaseExiting(exiting);
        String code = EXIT_SOURCE.replace("EXITING", exiting.values().toString());
        Thread exitThread = Thread.ofPlatform().daemon().name("sanca-atexit").start(() -> runExitFunctions(code));
        try {
            exitThread.join(TimeUnit.SECONDS.toMillis(1));
            if (hasAttached || !isJavaHoldingTheGil()) {
                exitThread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS - 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ScopeStack.markEnded();
        libc.fflush(0);
    }

    /** Makes each thread that waits in {@code System.exit} release the GIL, and enters the thread and its number. */
    private static void releaseExiting(Map<Thread, Long> released) {
        for (Thread thread : ThreadStates.attachedThreads()) {
            if (!released.containsKey(thread) && isExiting(thread)) {
                released.put(thread, ThreadStates.osThreadOfAttached(thread));
                ExitingThread.releaseGil(thread);
            }
        }
    }

    private static void runActions() {
        for (Runnable action = nextAction(); action != null; action = nextAction()) {
            try {
                action.run();
            } catch (Throwable e) { // neither the other actions nor Python's exit functions are lost by it
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }

    private static @Nullable Runnable nextAction() {
        synchronized (ACTIONS) {
            Runnable action = ACTIONS.poll();
            actionsHaveRun = action == null;
            return action;
        }
    }

    private static void runExitFunctions(String source) {
        ThreadState state = Attachment.enter(false);
        hasAttached = true;
        long code = Memory.newString(source);
        pythonrun_h.PyRun_SimpleStringFlags(code, 0);
        Memory.free(code);
        ScopeStack.markEnded();
        Attachment.leave(state);
    }

    /**
     * Returns whether an attached thread waits in Java for something other than the GIL, so that to wait for that thread is
     * useless.
     */
    private static boolean isJavaHoldingTheGil() {
        return ThreadStates.attachedThreads().stream()
                .filter(thread -> !isExiting(thread))
                .map(Thread::getState)
                .anyMatch(state -> state == State.WAITING || state == State.TIMED_WAITING || state == State.BLOCKED);
    }

    /**
     * Returns whether a thread that holds the GIL waits for this hook: in {@code System.exit}, or as the main thread, which
     * becomes another {@link Thread} after {@code main} and waits for the JVM's end.
     */
    private static boolean isExiting(Thread thread) {
        if (!thread.isAlive()) {
            return ThreadStates.isKernelThreadAlive(thread);
        }
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals("java.lang.Shutdown")) {
                return true;
            }
        }
        return false;
    }
}
