package dev.sanca.internal.ffi;

import java.util.Arrays;

/**
 * The signals that the JVM raises and handles for its own purposes: to find null pointers and the end of a stack, among others.
 *
 * <p><b>Thread:</b> any. The handlers of signals belong to the process.
 */
public final class JvmSignals {
    /** {@code SIGILL}, {@code SIGBUS}, {@code SIGFPE} and {@code SIGSEGV} on Linux. */
    private static final int[] SIGNALS = {4, 7, 8, 11};

    private static final long ACTION_BYTES = libc.SIGACTION_BYTES;

    private JvmSignals() {}

    /** Returns the address of a copy of the signals' present actions, which {@link #restore} frees. */
    public static long save() {
        long actions = Memory.allocate(SIGNALS.length * ACTION_BYTES);
        for (int i = 0; i < SIGNALS.length; i++) {
            libc.sigaction(SIGNALS[i], 0, actions + i * ACTION_BYTES);
        }
        return actions;
    }

    /** Returns whether the JVM cannot do without its action for a signal. */
    public static boolean isVital(int signal) {
        return Arrays.stream(SIGNALS).anyMatch(vital -> vital == signal);
    }

    /** Returns the address of a copy of a signal's present action, which lives as long as the process. */
    public static long saveOne(int signal) {
        long action = Memory.allocate(ACTION_BYTES);
        libc.sigaction(signal, 0, action);
        return action;
    }

    /** Gives a signal the action that it had. */
    public static void restoreOne(int signal, long action) {
        libc.sigaction(signal, action, 0);
    }

    /** Gives the signals the actions that they had, and frees the copy. */
    public static void restore(long actions) {
        for (int i = 0; i < SIGNALS.length; i++) {
            libc.sigaction(SIGNALS[i], actions + i * ACTION_BYTES, 0);
        }
        Memory.free(actions);
    }
}
