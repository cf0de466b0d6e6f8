package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.StackGuard;
import dev.sanca.internal.reference.ReleasePool;

/**
 * The ways a thread gets at Python: attach, detach, an upcall, a pinned virtual thread.
 *
 * <p><b>Thread:</b> whichever calls.
 */
public final class Attachment {
    private Attachment() {}

    /**
     * Attaches this platform thread, unless it is attached already.
     *
     * @return its state; was it attached before?, ask first
     */
    public static ThreadState enter(boolean nested) {
        ThreadState state = ThreadStates.ofPlatformThread();
        if (!nested) {
            state.enter();
        }
        return state;
    }

    /** Makes calls that must not fail in the middle of attaching or detaching, so often; on a detached thread. */
    public static void rehearse(int times) {
        ThreadEnd.rehearse(times);
    }

    /** Attaches the carrier of this pinned virtual thread in its name. */
    public static ThreadState enterCarrier() {
        ThreadState state = ThreadState.ofThisThreadOrNull();
        if (state == null) {
            state = ThreadStates.ofCarrier();
            ThreadState.setOfThisThread(state);
        }
        state.enter();
        return state;
    }

    /** Forgets the carrier of a virtual thread that is no longer pinned. */
    public static void forgetCarrier() {
        ThreadState.setOfThisThread(null);
    }

    /**
     * Before {@link #leave} by a user, who may be anywhere.
     *
     * @throws StackOverflowError if too little stack is left for it
     */
    public static void checkLeave(ThreadState state) {
        Stack.checkLeave(state);
    }

    /** Whether this virtual thread has no stack left to be pinned. */
    public static boolean hasNoStackToPin() {
        return ThreadStates.isCarrierExhausted();
    }

    /** Whether this virtual thread is inside a pinned body already, detached for now. */
    public static boolean isPinned() {
        return ThreadState.ofThisThreadOrNull() != null;
    }

    /** Undoes {@link #enter} or {@link #enterCarrier}. */
    public static void leave(ThreadState state) {
        state.leave();
    }

    /** Gives up the GIL for a while, whoever on this thread has taken it; what to pass to {@link #resume}. */
    public static boolean suspend(ThreadState state) {
        return state.suspend();
    }

    /** Takes the GIL again, unless the body that ran detached has done so and kept it. */
    public static void resume(ThreadState state, boolean suspended) {
        if (!state.isAttached()) {
            state.resume(suspended);
        }
        state.operations.drainPool();
    }

    /** CPython: gives back what was dropped while detached. May run Python code. */
    public static void drainPool() {
        if (StackGuard.ACTIVE) {
            StackGuard.catchUp();
        }
        ReleasePool.drain();
    }

    /** The state of a thread that Python has just called. */
    public static ThreadState ofUpcall() {
        ThreadState state = ThreadState.attachedOrNull(); // as a rule, Java has called Python on this thread
        if (state == null) {
            state = ThreadState.ofThisThreadOrNull();
        }
        return state != null ? state : ThreadStates.ofPythonThread();
    }
}
