package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.libc;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Pins a virtual thread to its carrier while it is attached, since a {@code PyThreadState} belongs to the OS thread of the
 * carrier.
 *
 * <p>A native frame on the stack pins a virtual thread. The cheapest way to get one is a C function that calls back:
 * {@code bsearch} in an array of one element calls its comparison once. {@link Carriers} gives the scheduler another carrier for
 * each pinned thread.
 */
public final class Pinning {
    /** A body that may throw. */
    @FunctionalInterface
    public interface Body<R extends @Nullable Object, X extends Throwable> {
        /** Runs while the thread is pinned. */
        R run() throws X;
    }

    private static final class Call {
        final Body<?, ?> body;

        @Nullable
        Object result;

        @Nullable
        Throwable thrown;

        Call(Body<?, ?> body) {
            this.body = body;
        }
    }

    private static final long COMPARE = Upcall.of(MethodHandles.lookup(), "compare", int.class, long.class, long.class);
    private static final long ELEMENT = Memory.allocate(8);
    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private Pinning() {}

    /**
     * Runs a body while this virtual thread is pinned. The thread must not be pinned by this class already.
     *
     * @throws StackOverflowError if too little stack is left to pin the thread
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the result is null only if R permits it
    public static <R extends @Nullable Object, X extends Throwable> R run(Body<R, X> body) throws X {
        Call call = new Call(body);
        // Before it waits for a carrier: a virtual thread has the same stack on every carrier.
        if (Attachment.hasNoStackToPin()) {
            throw new StackOverflowError("no stack left to attach this virtual thread to Python");
        }
        Carriers.enter();
        try {
            CURRENT.set(call);
            libc.bsearch(ELEMENT, ELEMENT, 1, 8, COMPARE);
        } finally {
            release();
        }
        if (call.thrown != null) {
            throw (X) call.thrown;
        }
        return (R) call.result;
    }

    /** Initialises what {@link #run} needs, and makes one callback. The caller is a platform thread. */
    public static void prepare() {
        CURRENT.set(new Call(() -> null));
        libc.bsearch(ELEMENT, ELEMENT, 1, 8, COMPARE);
        CURRENT.remove();
    }

    private static void release() {
        try {
            Attachment.forgetCarrier();
            CURRENT.remove();
        } finally {
            Carriers.leave();
        }
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called through a method handle, as a comparison of C
    private static int compare(long key, long element) {
        Call call = CURRENT.get();
        try {
            call.result = call.body.run();
        } catch (Throwable e) {
            call.thrown = e;
        }
        return 0;
    }
}
