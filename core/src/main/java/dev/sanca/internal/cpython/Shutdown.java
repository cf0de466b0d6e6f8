package dev.sanca.internal.cpython;

import dev.sanca.Python;
import dev.sanca.internal.ffi.JvmShutdown;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pythonrun_h;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ServiceThread;
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
 * Ends the use of Python when the JVM exits, in two steps.
 *
 * <p>A shutdown hook runs the actions that a program has registered, with Python as it was; it waits for them as long as they take. Other
 * hooks run at the same time, and may use Python. When all hooks have ended, {@link JvmShutdown} runs the second step, which stops the
 * Python code of Java's threads so that its {@code finally} blocks run, waits for Python's non-daemon threads, runs Python's {@code
 * atexit} functions and flushes its streams. Afterwards Sanca does not call Python any more.
 *
 * <p>The second step takes at most {@value #TOLD_SECONDS} seconds, since a JVM that was told to exit must exit; where {@code main} has
 * just ended it is {@value #ENDED_SECONDS}. A thread that sleeps in Java while it is attached holds the GIL, so Python's exit functions
 * cannot run; this does not wait for such a thread.
 *
 * <p>The interpreter is not finalized, because threads of the JVM may still be inside it. If some are, the process ends without the
 * destructors of libraries, which could wait for such a thread, as OpenBLAS's does, or pull the rug from under it.
 */
final class Shutdown {
    private static final int TOLD_SECONDS = 4;
    private static final int ENDED_SECONDS = 10;
    private static final int STOP_MILLIS = 1_500;
    private static final int STEP_MILLIS = 5;

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

    /** Whether all of Python's threads had ended when its exit functions had run. */
    private static volatile boolean isQuiet;

    /** What runs first, the newest at the front. It is the lock for itself and {@link #actionsHaveRun}. */
    private static final Deque<Runnable> ACTIONS = new ArrayDeque<>();

    private static boolean actionsHaveRun;

    /** The threads that wait in {@code System.exit}, and their identifiers in Python. */
    private static final Map<Thread, Long> EXITING = new HashMap<>();

    private Shutdown() {}

    static void install() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("sanca-exit").unstarted(Shutdown::runHook));
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

    private static void runHook() {
        boolean runsAfterHooks = JvmShutdown.add(Shutdown::end);
        releaseExiting(); // an action may need the GIL
        runActions();
        if (!runsAfterHooks) { // not HotSpot, or not Linux
            end();
        }
    }

    private static void end() {
        boolean isTold = !Thread.currentThread().getName().equals("DestroyJavaVM");
        Thread end = ServiceThread.unstarted("sanca-end", () -> end(isTold ? TOLD_SECONDS : ENDED_SECONDS));
        end.start();
        boolean interrupted = false;
        while (end.isAlive()) {
            try {
                end.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(int seconds) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ThreadStates.stopWatchingEnds();
        releaseExiting();
        try {
            stopThreads();
            runExitFunctions(limit);
        } catch (InterruptedException e) { // nobody knows this thread
            Thread.currentThread().interrupt();
        }
        ScopeStack.markEnded();
        libc.fflush(0);
        if (!isQuiet || !ThreadStates.attachedThreads().isEmpty()) {
            boolean _ = libc.exitWithoutDestructors();
        }
    }

    private static void stopThreads() throws InterruptedException {
        ThreadStates.stopForExit(thread -> !EXITING.containsKey(thread));
        for (int i = 0; i < STOP_MILLIS / STEP_MILLIS && ThreadStates.isStoppingForExit(); i++) {
            Thread.sleep(STEP_MILLIS);
            if (isJavaHoldingTheGil()) {
                return;
            }
        }
    }

    private static void runExitFunctions(long limit) throws InterruptedException {
        String code = EXIT_SOURCE.replace("EXITING", EXITING.values().toString());
        Thread exitThread = ServiceThread.unstarted("sanca-atexit", () -> runExitFunctions(code));
        exitThread.start();
        exitThread.join(TimeUnit.SECONDS.toMillis(1));
        if (hasAttached || !isJavaHoldingTheGil()) {
            TimeUnit.NANOSECONDS.timedJoin(exitThread, limit - System.nanoTime());
        }
    }

    /** Makes each thread that waits in {@code System.exit} release the GIL, and enters the thread and its number in {@link #EXITING}. */
    private static void releaseExiting() {
        for (Thread thread : ThreadStates.attachedThreads()) {
            if (!EXITING.containsKey(thread) && isExiting(thread)) {
                EXITING.put(thread, ThreadStates.osThreadOfAttached(thread));
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
        isQuiet = Python.attach(
                py -> py.importModule("_thread").callMethod("_count").asLong() == 0);
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
