package dev.sanca.cpython;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.libc;
import dev.sanca.cpython.ffi.pythonrun_h;
import dev.sanca.own.Attachment;
import dev.sanca.own.ThreadState;
import dev.sanca.own.ThreadStates;
import java.util.concurrent.TimeUnit;

/**
 * What happens to Python when the JVM exits: its {@code atexit} functions run, its streams are flushed, and from then on
 * nothing touches it.
 *
 * <p>The interpreter is not torn down: threads of the JVM may still stand inside it. Its non-daemon threads are waited for,
 * as Python would, but no longer than {@value #PATIENCE_SECONDS} seconds in all: a JVM that was told to exit exits.
 */
final class Shutdown {
    private static final int PATIENCE_SECONDS = 10;

    private static final String FAREWELL = """
            import sys, threading, atexit
            try:
                # before 3.13, _shutdown() on another thread than the main one would wait for the main one
                getattr(threading, '_shutdown_locks', set()).discard(getattr(threading._main_thread, '_tstate_lock', None))
                threading._shutdown()
            except BaseException:
                sys.excepthook(*sys.exc_info())
            atexit._run_exitfuncs()
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except Exception:
                    pass
            """;

    private Shutdown() {}

    static void install() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("sanca-exit").unstarted(Shutdown::run));
    }

    private static void run() {
        for (Thread thread : ThreadStates.attachedThreads()) {
            if (isExiting(thread)) {
                ExitingThread.giveUpGil(thread);
            }
        }
        Thread farewell = Thread.ofPlatform().daemon().name("sanca-farewell").start(Shutdown::sayFarewell);
        try {
            farewell.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ThreadStates.markFinalized();
        libc.fflush(0);
    }

    private static void sayFarewell() {
        ThreadState state = Attachment.enter(false);
        long code = Memory.newString(FAREWELL);
        pythonrun_h.PyRun_SimpleStringFlags(code, 0);
        Memory.free(code);
        ThreadStates.markFinalized();
        Attachment.leave(state);
    }

    /** Whether a thread that holds the GIL waits in {@code System.exit} for this very hook. */
    private static boolean isExiting(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals("java.lang.Shutdown")) {
                return true;
            }
        }
        return false;
    }
}
