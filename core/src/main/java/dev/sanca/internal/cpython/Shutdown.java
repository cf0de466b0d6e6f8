package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pythonrun_h;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.thread.ThreadStates;
import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends the use of Python when the JVM exits: runs its {@code atexit} functions and flushes its streams. Afterwards Sanca does
 * not call Python any more.
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

    private Shutdown() {}

    static void install() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("sanca-exit").unstarted(Shutdown::run));
    }

    private static void run() {
        ThreadStates.stopWatchingEnds();
        List<Long> exiting = new ArrayList<>();
        for (Thread thread : ThreadStates.attachedThreads()) {
            if (isExiting(thread)) {
                exiting.add(ThreadStates.osThreadOfAttached(thread));
                ExitingThread.releaseGil(thread);
            }
        }
        String code = EXIT_SOURCE.replace("EXITING", exiting.toString());
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
