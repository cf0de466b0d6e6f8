package dev.sanca.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Clears a stale Python error that an earlier call left pending.
 *
 * <p>A call into Python may fail so close to the end of the stack that a {@link StackOverflowError} is thrown before
 * Java code can fetch the Python error. The error then stays in the thread state. A program that catches the
 * {@code StackOverflowError} may call Python again, and C code must not be called with an error pending. So each call
 * that may run Python code first clears such an error. Where {@link StackGuard} is active, it leaves enough of the
 * stack to fetch the error, and this class does nothing.
 *
 * <p><b>Thread:</b> each thread has a separate {@link Place}, registered while the thread is attached.
 *
 * <p><b>Cost:</b> three loads for each call.
 *
 * @implNote The place of {@code current_exception} (before 3.12 {@code curexc_type}) in the thread state is found by
 *     comparison, not assumed: it is the one pointer at its start that is set when an error is, and cleared with it.
 */
public final class LeftError {
    private static final int SEARCHED_BYTES = 256;
    private static final CurrentThread<Place> CURRENT = new CurrentThread<>();

    /** Runs before each call that may run Python code. */
    static final MethodHandle ON_CALL =
            StaticMethod.of(MethodHandles.lookup(), "onCall", MethodType.methodType(void.class));

    private static int offset;
    private static boolean looked;

    /** The address at which Python keeps the pending error of a thread. */
    public static final class Place extends CurrentThread.OfThread {
        private final long address;

        private Place(long address) {
            this.address = address;
        }
    }

    private LeftError() {}

    /** Returns the place in a thread state, or null if it was not found. The thread is attached. */
    public static @Nullable Place of(long tstate) {
        return find(tstate) ? new Place(tstate + offset) : null;
    }

    /** Registers a place for the calls of this thread. Does nothing if {@link StackGuard} is active. */
    public static void start(@Nullable Place place) {
        if (!StackGuard.ACTIVE && place != null) {
            CURRENT.start(place);
        }
    }

    /** Unregisters a place, before its thread state is deleted. */
    public static void stop(@Nullable Place place) {
        if (place != null) {
            place.thread = null;
        }
    }

    /** Clears the error at a place, if there is one. The thread is attached. May run Python code. */
    public static void clear(@Nullable Place place) {
        if (place != null && Memory.getLong(place.address) != 0) {
            pyerrors_h.PyErr_Clear();
        }
    }

    /** Clears a stale error of this thread. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void onCall() {
        clear(CURRENT.get());
    }

    private static synchronized boolean find(long tstate) {
        if (!looked && pyerrors_h.PyErr_Occurred() == 0) {
            looked = true;
            long[] before = read(tstate);
            pyerrors_h.PyErr_SetObject(LibPython.address("PyExc_RuntimeError"), 0);
            long[] inside = read(tstate);
            pyerrors_h.PyErr_Clear();
            offset = onlySet(before, inside, read(tstate));
        }
        return offset != 0;
    }

    private static long[] read(long tstate) {
        long[] words = new long[SEARCHED_BYTES / 8];
        Memory.copy(tstate, words, 0, words.length);
        return words;
    }

    private static int onlySet(long[] before, long[] inside, long[] after) {
        int found = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] == 0 && inside[i] != 0 && after[i] == 0) {
                if (found != 0) {
                    return 0;
                }
                found = 8 * i;
            }
        }
        return found;
    }
}
