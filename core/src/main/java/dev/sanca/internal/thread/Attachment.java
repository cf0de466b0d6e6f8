package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.StackGuard;
import dev.sanca.internal.reference.ReleasePool;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Attaches and detaches threads: platform threads, pinned virtual threads, and threads that Python has called Java on.
 *
 * <p><b>Thread:</b> any; a method acts on the thread that calls it.
 */
public final class Attachment {
    private Attachment() {}

    /**
     * Attaches this platform thread, unless it is attached already.
     *
     * @param nested whether the thread is attached already
     *
     * @return the state of this thread
     */
    public static ThreadState enter(boolean nested) {
        ThreadState state = ThreadStates.ofPlatformThread();
        if (!nested) {
            state.enter();
        }
        return state;
    }

    /** Makes each call that must not fail half-way through an attach or detach {@code times} times, on a detached thread. */
    public static void warmUp(int times) {
        ThreadEnd.warmUp(times);
    }

    /** A body that runs attached. */
    @FunctionalInterface
    public interface Body<R extends @Nullable Object, X extends Throwable> {
        /** Runs, and detaches the thread in the end, whatever happens. */
        R run(ThreadState state) throws X;
    }

    /** Runs a body on this pinned virtual thread, which is not attached, with the state of its carrier. */
    public static <R extends @Nullable Object, X extends Throwable> R runPinned(Body<R, X> body) throws X {
        ThreadState state = enterCarrier();
        try {
            state.virtualThread = VirtualThreadContext.enter(state);
        } catch (Throwable e) {
            state.leave();
            throw e;
        }
        return body.run(state);
    }

    /** Runs a body on a virtual thread that is inside {@link #runPinned} and has detached for a while. */
    public static <R extends @Nullable Object, X extends Throwable> R runNested(Body<R, X> body) throws X {
        ThreadState state = enterCarrier();
        VirtualThreadContext outer = state.virtualThread;
        state.virtualThread = null;
        try {
            return body.run(state);
        } finally {
            state.virtualThread = outer;
        }
    }

    /** Attaches the carrier of this pinned virtual thread on behalf of the virtual thread. */
    private static ThreadState enterCarrier() {
        ThreadState state = ThreadState.ofThisThreadOrNull();
        if (state == null) {
            state = ThreadStates.ofCarrier();
            ThreadState.setOfThisThread(state);
        }
        state.enter();
        return state;
    }

    /** Clears this virtual thread's link to the state of its carrier, when the virtual thread is no longer pinned. */
    public static void forgetCarrier() {
        ThreadState.setOfThisThread(null);
    }

    /**
     * Checks the stack before {@link #leave} in a method that users call, at any depth of the stack.
     *
     * @throws StackOverflowError if too little stack is left to detach
     */
    public static void checkLeave(ThreadState state) {
        Stack.checkLeave(state);
    }

    /** Returns whether this virtual thread has too little stack left to be pinned. */
    public static boolean hasNoStackToPin() {
        return ThreadStates.isCarrierExhausted();
    }

    /** Returns whether this virtual thread is inside a pinned body, from which it has detached for a while. */
    public static boolean isPinned() {
        return ThreadState.ofThisThreadOrNull() != null;
    }

    /** Detaches this thread. On a virtual thread, ends the body that {@link #runPinned} or {@link #runNested} has begun. */
    public static void leave(ThreadState state) {
        VirtualThreadContext virtualThread = state.virtualThread;
        state.stops.forget();
        if (virtualThread == null) {
            state.leave();
        } else {
            state.virtualThread = null;
            try {
                virtualThread.leave(state);
            } finally {
                state.leave();
            }
        }
        if (state.stops.hasStoppedForExit()) {
            stayHere();
        }
    }

    /** The JVM exits and has stopped this thread: what the thread would do with the failure, as to print it, helps nobody. */
    private static void stayHere() {
        while (true) {
            boolean _ = Thread.interrupted(); // else park returns at once
            LockSupport.park();
        }
    }

    /**
     * Releases the GIL for a while, also if other code on this thread has taken it. Returns the argument for {@link #resume}.
     */
    public static boolean suspend(ThreadState state) {
        return state.suspend();
    }

    /** Takes the GIL again, unless the body that ran detached has taken it and kept it. */
    public static void resume(ThreadState state, boolean suspended) {
        if (!state.isAttached()) {
            state.resume(suspended);
        }
        state.operations.drainPool();
    }

    /** For CPython: decrements the counts that were released on detached threads. May run Python code. */
    public static void drainPool() {
        if (StackGuard.ACTIVE) {
            StackGuard.catchUp();
        }
        ReleasePool.drain();
    }

    /** Returns the state of this thread, on which Python has just called Java. */
    public static ThreadState ofUpcall() {
        ThreadState state = ThreadState.attachedOrNull(); // usually Java called Python on this thread before
        if (state == null) {
            state = ThreadState.ofThisThreadOrNull();
        }
        return state != null ? state : ThreadStates.ofPythonThread();
    }
}
