package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * Releases the GIL of a thread that ends while attached, because a token was never closed: nobody else could, and Python
 * would stand still for ever.
 *
 * @implNote A key of thread-specific data whose destructor is {@code PyEval_SaveThread} itself. The C library calls it at
 *     the end of a thread that has a value there, and a thread has one exactly while it is attached.
 *
 *     <p>From a thread's second attach on, the value is written without a call, where its place is known.
 */
final class ThreadEnd {
    private static final @Nullable ThreadKey KEY = ThreadKey.makeOrNull(LibPython.address("PyEval_SaveThread"));

    /** Whether the key is ours: a deleted one may become that of others. */
    private static volatile boolean watching = true;

    private ThreadEnd() {}

    /** This thread, whose state it is, holds the GIL now. */
    static void noteGilTaken(ThreadState state) {
        if (!watching || KEY == null) {
            return;
        }
        if (state.writesThreadEndKey) {
            KEY.write(state.pthread, 1);
        } else {
            KEY.set(1); // also tells the C library to look at the thread's end
            state.writesThreadEndKey = KEY.place() != 0 && KEY.has(state.pthread, 1);
        }
    }

    /** This thread is about to release the GIL. */
    static void noteGilReleased(ThreadState state) {
        if (!watching || KEY == null) {
            return;
        }
        if (state.writesThreadEndKey) {
            KEY.write(state.pthread, 0);
        } else {
            KEY.set(0);
        }
    }

    /** From now on the end of a thread releases nothing: one that goes on to the JVM's end has had its GIL taken away. */
    static void stopWatching() {
        watching = false;
        if (KEY != null) {
            KEY.delete();
        }
    }
}
