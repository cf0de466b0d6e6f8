package dev.sanca.own;

import dev.sanca.cpython.ffi.LibPython;
import dev.sanca.cpython.ffi.ThreadSpecificData;
import dev.sanca.cpython.ffi.libc;

/**
 * Releases the GIL of a thread that ends while attached, because a token was never closed: nobody else could, and Python
 * would stand still for ever.
 *
 * @implNote A key of thread-specific data whose destructor is {@code PyEval_SaveThread} itself. The C library calls it at
 *     the end of a thread that has a value there, and a thread has one exactly while it is attached.
 *
 *     <p>Where the place of the value is known, the value is written there without a call from a thread's second attach on.
 */
final class ThreadEnd {
    private static final int KEY = makeKey();

    /** Where the value is, from {@code pthread_self}; 0 if that is not known. */
    private static final int OFFSET = KEY < 0 ? 0 : ThreadSpecificData.find(KEY);

    /** Whether the key is ours: a deleted one may become that of others. */
    private static volatile boolean watching = true;

    private ThreadEnd() {}

    private static int makeKey() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return -1;
        }
        return libc.pthread_key_create(LibPython.address("PyEval_SaveThread"));
    }

    /** Sets the value of a detached thread so often that the JDK has nothing left to allocate for the call. */
    static void rehearse(int times) {
        for (int i = 0; i < times && KEY >= 0; i++) {
            libc.pthread_setspecific(KEY, 0);
        }
    }

    /** This thread, whose state it is, holds the GIL now. */
    static void holdsGil(ThreadState state) {
        if (!watching) {
            return;
        }
        if (state.writesEnd) {
            ThreadSpecificData.set(state.pthread, OFFSET, 1);
        } else if (KEY >= 0) {
            libc.pthread_setspecific(KEY, 1); // also tells the C library to look at the thread's end
            state.writesEnd = OFFSET != 0 && ThreadSpecificData.get(state.pthread, OFFSET) == 1;
        }
    }

    /** This thread is about to release the GIL. */
    static void releasesGil(ThreadState state) {
        if (!watching) {
            return;
        }
        if (state.writesEnd) {
            ThreadSpecificData.set(state.pthread, OFFSET, 0);
        } else if (KEY >= 0) {
            libc.pthread_setspecific(KEY, 0);
        }
    }

    /** From now on the end of a thread releases nothing: one that goes on to the JVM's end has had its GIL taken away. */
    static void stopWatching() {
        watching = false;
        if (KEY >= 0) {
            libc.pthread_key_delete(KEY);
        }
    }
}
