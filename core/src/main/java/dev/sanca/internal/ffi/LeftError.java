package dev.sanca.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Clears errors that a call left pending because Java had no stack to take them.
 *
 * <p>A call into Python may fail where it has the stack for just that: {@link StackOverflowError} then comes between it and
 * whoever would have taken its error. The error stays in the thread state, and the program, which has caught the
 * {@code StackOverflowError}, may call Python again; but C code that is called with an error pending takes it for its own.
 * So each call that may run Python code looks first. Where {@link StackGuard} sees before each call that there is stack enough,
 * nothing is left.
 *
 * <p><b>Thread:</b> each has its own place to look at, in force while it is attached.
 *
 * <p><b>Cost:</b> three loads.
 *
 * @implNote The field's place in the thread state is not assumed but found: it is the one pointer at its start that is set when
 *     an error is, and cleared with it.
 */
public final class LeftError {
    private static final int LOOK_AT_BYTES = 256;
    private static final CurrentThread<Place> IN_FORCE = new CurrentThread<>();

    /** The look, before each call. */
    static final MethodHandle ON_CALL = onCallHandle();

    private static int offset;
    private static boolean looked;

    /** Where Python keeps the pending error of a thread. */
    public static final class Place extends CurrentThread.OfThread {
        private final long address;

        private Place(long address) {
            this.address = address;
        }
    }

    private LeftError() {}

    /** The place in a thread state; null if it was not found. Attached. */
    public static @Nullable Place of(long tstate) {
        return find(tstate) ? new Place(tstate + offset) : null;
    }

    /** Looks there when this thread makes a call. Nothing to do where {@link StackGuard} sees to it. */
    public static void start(@Nullable Place place) {
        if (!StackGuard.ACTIVE && place != null) {
            IN_FORCE.start(place);
        }
    }

    /** Looks there no longer: the thread state may go. */
    public static void stop(@Nullable Place place) {
        if (place != null) {
            place.thread = null;
        }
    }

    /** Clears the error at this place, if there is one. Attached; may run Python code. */
    public static void clear(@Nullable Place place) {
        if (place != null && Memory.getLong(place.address) != 0) {
            pyerrors_h.PyErr_Clear();
        }
    }

    /** Before a call that may run Python code. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void onCall() {
        clear(IN_FORCE.get());
    }

    private static MethodHandle onCallHandle() {
        try {
            return MethodHandles.lookup().findStatic(LeftError.class, "onCall", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
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
        long[] words = new long[LOOK_AT_BYTES / 8];
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
