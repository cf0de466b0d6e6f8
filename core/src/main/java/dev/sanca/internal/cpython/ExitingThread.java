package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.thread.ThreadStates;

/**
 * Makes a thread that called {@code System.exit} while it was attached release the GIL, so that Python's exit functions can
 * run.
 *
 * <p>Such a thread waits in Java for the shutdown hooks and never returns, and no other thread can release a GIL that it holds.
 * So the thread is sent a signal whose handler is {@code PyEval_SaveThread} itself. That is safe here, although it usually is
 * not in a signal handler: the thread waits inside the JVM, outside every function of Python and of the allocator.
 */
final class ExitingThread {
    /** A real-time signal that neither the JVM nor CPython uses: {@code SIGRTMAX - 5} on Linux. */
    private static final int SIGNAL = 59;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private ExitingThread() {}

    /** Sends the signal to an attached thread that waits in {@code System.exit}. */
    static void releaseGil(Thread thread) {
        long target = ThreadStates.osThreadOfAttached(thread);
        if (!LINUX || target == 0) {
            return;
        }
        if (libc.sigaction(SIGNAL, LibPython.address("PyEval_SaveThread")) == 0) {
            libc.pthread_kill(target, SIGNAL);
        }
    }
}
