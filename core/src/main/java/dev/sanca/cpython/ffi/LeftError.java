package dev.sanca.cpython.ffi;

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
    private static final Place NOWHERE = new Place(null, 0);

    private static final ThreadLocal<Place> PLACE = new ThreadLocal<>();

    /** That of the thread that attached last, which makes most calls; written by all threads, whole or not at all. */
    private static Place last = NOWHERE;

    private static int offset;
    private static boolean looked;

    /** Where the pending error of an attached thread is. */
    private record Place(@Nullable Thread thread, long address) {}

    private LeftError() {}

    /** The address of the pending error in a thread state, 0 if it was not found. Attached. */
    public static long address(long tstate) {
        return find(tstate) ? tstate + offset : 0;
    }

    /** Looks at this address when this thread makes a call, or nowhere if it is 0. */
    public static void use(long address) {
        if (StackGuard.ACTIVE) {
            return;
        }
        if (address != 0) {
            Place place = new Place(Thread.currentThread(), address);
            PLACE.set(place);
            last = place;
        } else {
            last = NOWHERE; // before the thread state may go
            PLACE.remove();
        }
    }

    /** Clears the error at this address, if there is one. Attached; may run Python code. */
    public static void clear(long address) {
        if (address != 0 && Memory.getLong(address) != 0) {
            pyerrors_h.PyErr_Clear();
        }
    }

    /** Before a call that may run Python code. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void onCall() {
        Place place = last;
        if (place.thread != Thread.currentThread()) {
            place = PLACE.get();
            if (place == null) {
                return;
            }
        }
        clear(place.address);
    }

    /** The function behind the look. */
    static MethodHandle cleared(MethodHandle function) {
        try {
            MethodHandle onCall =
                    MethodHandles.lookup().findStatic(LeftError.class, "onCall", MethodType.methodType(void.class));
            return MethodHandles.foldArguments(function, onCall);
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
