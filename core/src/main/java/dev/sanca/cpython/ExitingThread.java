package dev.sanca.cpython;

import dev.sanca.cpython.ffi.LibPython;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.libc;
import dev.sanca.own.ThreadStates;

/**
 * Makes a thread that called {@code System.exit} while attached give up the GIL, so that Python can say farewell.
 *
 * <p>That thread waits in Java for the shutdown hooks and never comes back; nothing else can release a GIL that it holds. So
 * it is sent a signal whose handler is {@code PyEval_SaveThread} itself. It is safe where a handler usually is not: the
 * thread is known to wait inside the JVM, outside every function of Python and of the allocator.
 */
final class ExitingThread {
    /** A real-time signal that neither the JVM nor CPython uses: {@code SIGRTMAX - 5} on Linux. */
    private static final int SIGNAL = 59;

    private static final int ACTION_BYTES = 152;
    private static final int FLAGS_OFFSET = 136;
    private static final int SA_RESTART = 0x10000000;
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private ExitingThread() {}

    /** Sends the signal to an attached thread that waits in {@code System.exit}. */
    static void giveUpGil(Thread thread) {
        long target = ThreadStates.osThreadOfAttached(thread);
        if (!LINUX || target == 0) {
            return;
        }
        long action = Memory.allocate(ACTION_BYTES);
        for (int i = 0; i < ACTION_BYTES; i += 8) {
            Memory.putLong(action + i, 0);
        }
        Memory.putLong(action, LibPython.address("PyEval_SaveThread"));
        Memory.putInt(action + FLAGS_OFFSET, SA_RESTART);
        if (libc.sigaction(SIGNAL, action, 0) == 0) {
            libc.pthread_kill(target, SIGNAL);
        }
        Memory.free(action);
    }
}
