package dev.sanca.internal.thread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The thread states of runtimes other than CPython: one for each thread and runtime, made at the first attach and removed after
 * the end of the thread.
 *
 * <p><b>Thread:</b> any.
 */
public final class ForeignStates {
    /** How many new states wake the {@link Reaper}; half of all states, if that is more. */
    private static final int FEW = 4;

    private static final ThreadLocal<Map<ThreadRuntime, ThreadState>> OF_THREAD =
            ThreadLocal.withInitial(IdentityHashMap::new);
    private static final ArrayDeque<ThreadState> ALL = new ArrayDeque<>();
    private static final Map<Key, ThreadState> BY_THREAD = new ConcurrentHashMap<>();
    private static int madeSinceWake;
    private static ThreadStates.Totals endedTotals = new ThreadStates.Totals(0, 0, 0, 0);

    private record Key(long thread, ThreadRuntime operations) {}

    private ForeignStates() {}

    /** Returns the state of this thread in a runtime. Does not attach. */
    public static ThreadState ofThisThread(ThreadRuntime operations) {
        Map<ThreadRuntime, ThreadState> states = OF_THREAD.get();
        ThreadState state = states.get(operations);
        if (state == null) {
            Thread thread = Thread.currentThread();
            Key key = new Key(thread.threadId(), operations);
            // The thread-local variables of the common pool's threads are cleared after each task.
            state = BY_THREAD.get(key);
            if (state == null) {
                state = new ThreadState(operations, 0, thread);
                register(key, state);
            }
            states.put(operations, state);
        }
        return state;
    }

    private static void register(Key key, ThreadState state) {
        boolean many;
        synchronized (ALL) {
            ALL.addLast(state);
            many = ++madeSinceWake >= Math.max(FEW, ALL.size() / 2);
            if (many) {
                madeSinceWake = 0;
            }
        }
        try {
            BY_THREAD.put(key, state);
        } catch (Throwable e) { // no memory
            BY_THREAD.remove(key);
            synchronized (ALL) {
                ALL.removeLastOccurrence(state);
            }
            throw e;
        }
        Reaper.stateMade(many);
    }

    /**
     * Removes the states of ended threads, and releases the references in their open scopes. The thread of the {@link Reaper}
     * calls this.
     */
    static void reap() {
        List<ThreadState> ended;
        synchronized (ALL) {
            ended = new ArrayList<>(ALL.size());
            for (ThreadState state : ALL) {
                if (!state.isOwnerAlive()) {
                    ended.add(state);
                }
            }
        }
        for (ThreadState state : ended) { // the lock is not held: a decrement may run other code
            try {
                state.abandonScopes();
            } catch (Throwable e) {
                continue; // the next reap tries again
            }
            synchronized (ALL) {
                endedTotals = ThreadStates.plus(endedTotals, state);
                ALL.remove(state);
            }
            BY_THREAD.remove(new Key(state.ownerId, state.operations));
            state.free();
        }
    }

    /** Returns the state of this thread in a runtime if the thread is attached to it, else null. */
    public static @Nullable ThreadState attachedOrNull(ThreadRuntime operations) {
        ThreadState state = OF_THREAD.get().get(operations);
        return state != null && state.isAttached() ? state : null;
    }

    /** Attaches this thread to a runtime other than CPython. */
    public static ThreadState attach(ThreadRuntime operations) {
        ThreadState state = ofThisThread(operations);
        state.enter();
        return state;
    }

    /** Returns the sums of the counters of all threads, ended ones included. */
    static ThreadStates.Totals totals() {
        synchronized (ALL) {
            ThreadStates.Totals t = endedTotals;
            for (ThreadState state : ALL) {
                t = ThreadStates.plus(t, state);
            }
            return t;
        }
    }

    /** Returns how many states are kept. */
    static int count() {
        synchronized (ALL) {
            return ALL.size();
        }
    }
}
