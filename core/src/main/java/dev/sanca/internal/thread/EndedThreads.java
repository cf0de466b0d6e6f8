package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.GilStateBinding;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.internal.reference.ScopeStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Deletes the CPython thread states of threads that have ended, and lets new threads wait for that.
 *
 * <p><b>Thread:</b> the {@link Reaper}, which has no state, deletes; any thread waits.
 *
 * @implNote CPython unbinds a deleted state from the thread that deletes it (it clears that thread's {@code PyGILState} slot),
 *     whichever thread the state belonged to. So the states of ended threads are deleted only by a thread that has no state,
 *     under a temporary state.
 */
final class EndedThreads {
    private static final int PATIENCE_MILLIS = 100;

    private static final long PATIENCE_NANOS = 1_000_000_000;

    /** The {@code PyThreadState} that was made and could not be attached with, for the next try; 0 if there is none. */
    private static long temporary;

    private EndedThreads() {}

    /** Deletes the states of ended threads. What an error leaves undone is done the next time. */
    static void reap() {
        List<ThreadState> ended = ThreadStates.markEnded();
        if (ended.isEmpty() || ScopeStack.hasEnded()) {
            return;
        }
        try {
            if (ended.stream()
                    .anyMatch(state -> !state.nothingToDelete || state.depth() != 0 || state.hasUnreleased())) {
                deleteAttached(ended);
            }
        } finally {
            ThreadStates.forget(ended);
        }
    }

    /**
     * Returns whether no code uses a state any more. If a thread ends while it is attached, the C library detaches it after
     * Java has ended the thread, and without a GIL no thread waits for that; so here the kernel's thread must have ended.
     */
    static boolean hasEnded(ThreadState state) {
        if (state.ownerId != 0 && state.active() == null) {
            return !state.isOwnerAlive();
        }
        return !Files.exists(Path.of("/proc/self/task", Integer.toString(state.osThread)))
                && Files.exists(Path.of("/proc/self/task"));
    }

    private static void deleteAttached(List<ThreadState> ended) {
        ThreadState own = ThreadStates.unregistered();
        if (temporary == 0) {
            temporary = ThreadStates.newPointer();
        }
        own.bind(temporary);
        ThreadState.setOfThisThread(own); // what is deallocated may call Java
        own.enter();
        temporary = 0;
        try {
            if (!ScopeStack.hasEnded()) {
                clearAndDelete(ended);
            }
        } finally {
            try {
                pystate_h.PyThreadState_Clear(own.pointer());
            } finally {
                own.leaveAndDelete();
                ThreadState.setOfThisThread(null);
                own.free();
            }
        }
    }

    /** Clears and deletes states. What an error leaves undone is done the next time. */
    private static void clearAndDelete(List<ThreadState> ended) {
        for (ThreadState state : ended) {
            state.abandonScopes();
            if (!state.nothingToDelete && !state.cleared) {
                pystate_h.PyThreadState_Clear(state.pointer()); // if it throws, it was not called
                state.cleared = true;
            }
        }
        for (ThreadState state : ended) {
            if (!state.nothingToDelete) {
                GilStateBinding.undo(state.pointer());
                pystate_h.PyThreadState_Delete(state.pointer());
                state.nothingToDelete = true; // nothing is left to delete
            }
        }
    }

    // ---- waiting for the deletion ----

    /**
     * Waits for the {@link Reaper} where threads start and end faster than it gets the GIL. Waits only a short time, because
     * the reaper runs code of users.
     */
    static void awaitReaper() {
        synchronized (ThreadStates.ALL) {
            if (isCrowded()) {
                Reaper.stateMade(true);
                await(PATIENCE_MILLIS * 1_000_000L, EndedThreads::isCrowded);
                if (isCrowded()) {
                    ThreadStates.alive =
                            ThreadStates.ALL.size(); // the reaper makes no progress: the next threads need not wait
                }
            }
        }
    }

    private static boolean isCrowded() {
        return ThreadStates.ALL.size() > 2 * (ThreadStates.alive + ThreadStates.FEW);
    }

    /**
     * Waits until the states of ended threads that had this thread's id are deleted. Waits at most {@code PATIENCE_NANOS},
     * because the deletion may run code of users.
     *
     * @implNote The C library gives the id of an ended thread to a new thread. Without a GIL, CPython decides by this id which
     *     thread owns an object's local count. Decrements of other threads that are queued for the ended thread's state would
     *     then have to be merged by this thread. So that state is deleted before this thread gets a state.
     */
    static void awaitPredecessors() {
        long self = libc.pthread_self();
        int thread = libc.gettid();
        synchronized (ThreadStates.ALL) {
            if (hasPredecessor(self, thread)) {
                Reaper.stateMade(true);
                await(PATIENCE_NANOS, () -> hasPredecessor(self, thread));
            }
        }
    }

    /** Waits while a condition holds, at most {@code nanos}. The caller holds the lock of all states. */
    private static void await(long nanos, BooleanSupplier condition) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        while (condition.getAsBoolean() && System.nanoTime() < end) {
            try {
                ThreadStates.ALL.wait(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasPredecessor(long self, int thread) {
        for (ThreadState state : ThreadStates.ALL) {
            if (state.pthread == self && state.osThread != thread) {
                return true;
            }
        }
        return false;
    }
}
