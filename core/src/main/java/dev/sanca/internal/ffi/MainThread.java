package dev.sanca.internal.ffi;

/**
 * The variable {@code _PyRuntime.main_thread}: which thread CPython takes for the main one. Only that thread runs the handlers of
 * signals, so a function of C that waits, such as {@code time.sleep}, ends early on no other.
 *
 * <p><b>Thread:</b> any, attached.
 *
 * <p><b>Source:</b> {@code Include/internal/pycore_runtime.h} and {@code _Py_IsMainThread}. No API tells the place of the variable, so
 * {@link #find} looks for its value in the first {@value #SEARCHED_BYTES} bytes of the structure; in all versions from 3.10 on, other
 * copies of the value lie behind.
 */
public final class MainThread {
    private static final int SEARCHED_BYTES = 4096;

    /** The address of the variable; 0 where it was not found. */
    private static volatile long place;

    private static volatile long value;

    private MainThread() {}

    /** Finds the variable. The caller is the main thread. */
    public static void find() {
        long runtime = LibPython.find("_PyRuntime");
        long self = libc.pthread_self();
        for (int offset = 0; runtime != 0 && offset < SEARCHED_BYTES; offset += Long.BYTES) {
            if (Memory.getLong(runtime, offset) == self) {
                value = self;
                place = runtime + offset;
                return;
            }
        }
    }

    /** Returns whether the variable was found. */
    public static boolean isKnown() {
        return place != 0;
    }

    /** Makes CPython take another thread for the main one, until {@link #restore}. The variable was found. */
    public static void pretend(long pthread) {
        Memory.putLong(place, pthread);
    }

    /** Reverses {@link #pretend}; does nothing if nobody pretended. */
    public static void restore() {
        if (place != 0) {
            Memory.putLong(place, value);
        }
    }
}
