package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * Releases the GIL of a thread that ends while it is attached, because a token was never closed. No other code could release
 * it, and every other thread would wait for it for ever.
 *
 * @implNote Uses a key of thread-specific data whose destructor is {@code PyEval_SaveThread} itself. The C library calls the
 *     destructor at the end of a thread that has a value for the key, and a thread has one exactly while it holds the GIL.
 *
 *     <p>From a thread's second attach on, the value is written without a call, if its address is known.
 */
final class ThreadEnd {
    private static final @Nullable ThreadKey KEY = ThreadKey.makeOrNull(LibPython.address("PyEval_SaveThread"));

    /** Whether the key exists. A deleted key may be given to other code, so it must not be used. */
    private static volatile boolean watching = true;

    private ThreadEnd() {}

    /** Sets the value of a detached thread so often that the JDK has nothing left to allocate for the call. */
    static void warmUp(int times) {
        for (int i = 0; i < times && KEY != null; i++) {
            KEY.set(0);
        }
    }

    /** Records that this thread, whose state is {@code state}, holds the GIL now. */
    static void noteGilTaken(ThreadState state) {
        if (!watching || KEY == null) {
            return;
        }
        if (state.writesThreadEndKey) {
            KEY.write(state.pthread, 1);
        } else {
            KEY.set(1); // also makes the C library call the destructor at the thread's end
            state.writesThreadEndKey = KEY.place() != 0 && KEY.has(state.pthread, 1);
        }
    }

    /** Records that this thread is about to release the GIL. */
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

    /**
     * From now on the end of a thread does not release the GIL. A thread that lives until the JVM's end may have lost its GIL
     * by then: see {@code ExitingThread}.
     */
    static void stopWatching() {
        watching = false;
        if (KEY != null) {
            KEY.delete();
        }
    }
}
