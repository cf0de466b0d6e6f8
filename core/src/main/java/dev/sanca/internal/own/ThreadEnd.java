package dev.sanca.internal.own;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.libc;

/**
 * Releases the GIL of a thread that ends while attached, because a token was never closed: nobody else could, and Python
 * would stand still for ever.
 *
 * @implNote A key of thread-specific data whose destructor is {@code PyEval_SaveThread} itself. The C library calls it at
 *     the end of a thread that has a value there, and a thread has one exactly while it is attached.
 *
 *     <p>glibc keeps the values of the first 32 keys in the thread's own descriptor, to which {@code pthread_self} points. The
 *     place is not assumed but found, as that of a value that was just set; from a thread's second attach on, the value is
 *     written there without a call.
 */
final class ThreadEnd {
    private static final int LOOK_AT_BYTES = 1536;
    private static final long SAMPLE = 0x5a9c_a71e_3d0f_6b28L;

    private static final int KEY = makeKey();

    /** Where the value is, from {@code pthread_self}; 0 if that is not known. */
    private static final int OFFSET = KEY < 0 || !libc.isGlibc() ? 0 : find();

    /** Whether the key is ours: a deleted one may become that of others. */
    private static volatile boolean watching = true;

    private ThreadEnd() {}

    private static int makeKey() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return -1;
        }
        return libc.pthread_key_create(LibPython.address("PyEval_SaveThread"));
    }

    private static int find() {
        long self = libc.pthread_self();
        libc.pthread_setspecific(KEY, SAMPLE);
        int found = 0;
        for (int at = 8; at < LOOK_AT_BYTES; at += 8) {
            if (Memory.getLong(self + at) == SAMPLE) {
                found = found == 0 ? at : -1;
            }
        }
        libc.pthread_setspecific(KEY, 0);
        return found > 0 && Memory.getLong(self + found) == 0 ? found : 0;
    }

    /** This thread, whose state it is, holds the GIL now. */
    static void holdsGil(ThreadState state) {
        if (!watching) {
            return;
        }
        if (state.writesEnd) {
            Memory.putLong(state.pthread + OFFSET, 1);
        } else if (KEY >= 0) {
            libc.pthread_setspecific(KEY, 1); // also tells the C library to look at the thread's end
            state.writesEnd = OFFSET != 0 && Memory.getLong(state.pthread + OFFSET) == 1;
        }
    }

    /** This thread is about to release the GIL. */
    static void releasesGil(ThreadState state) {
        if (!watching) {
            return;
        }
        if (state.writesEnd) {
            Memory.putLong(state.pthread + OFFSET, 0);
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
