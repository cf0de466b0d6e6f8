package dev.sanca.own;

import dev.sanca.cpython.ffi.LibPython;
import dev.sanca.cpython.ffi.libc;

/**
 * Releases the GIL of a thread that ends while attached, because a token was never closed: nobody else could, and Python
 * would stand still for ever.
 *
 * @implNote A key of thread-specific data whose destructor is {@code PyEval_SaveThread} itself. The C library calls it at
 *     the end of a thread that has a value there, and a thread has one exactly while it is attached.
 */
final class ThreadEnd {
    private static final int KEY = makeKey();

    private ThreadEnd() {}

    private static int makeKey() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return -1;
        }
        return libc.pthread_key_create(LibPython.address("PyEval_SaveThread"));
    }

    /** This thread holds the GIL now. */
    static void holdsGil() {
        if (KEY >= 0) {
            libc.pthread_setspecific(KEY, 1);
        }
    }

    /** This thread is about to release the GIL. */
    static void releasesGil() {
        if (KEY >= 0) {
            libc.pthread_setspecific(KEY, 0);
        }
    }

    /** From now on the end of a thread releases nothing: one that goes on to the JVM's end has had its GIL taken away. */
    static void stopWatching() {
        if (KEY >= 0) {
            libc.pthread_key_delete(KEY);
        }
    }
}
