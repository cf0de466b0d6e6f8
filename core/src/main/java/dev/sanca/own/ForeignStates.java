package dev.sanca.own;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The thread states of runtimes other than CPython: one for each thread and runtime, made at the first attach, forgotten
 * with the thread.
 *
 * <p><b>Thread:</b> any.
 */
public final class ForeignStates {
    /** How many states a new one looks at, to forget those of ended threads: more than one, so that none pile up. */
    private static final int LOOKS = 2;

    private static final ThreadLocal<Map<Operations, ThreadState>> OF_THREAD =
            ThreadLocal.withInitial(IdentityHashMap::new);
    private static final ArrayDeque<ThreadState> ALL = new ArrayDeque<>();
    private static ThreadStates.Totals ended = new ThreadStates.Totals(0, 0, 0, 0);

    private ForeignStates() {}

    /** The state of this thread in a runtime. Does not attach. */
    public static ThreadState ofThisThread(Operations operations) {
        Map<Operations, ThreadState> states = OF_THREAD.get();
        ThreadState state = states.get(operations);
        if (state == null) {
            state = new ThreadState(operations, 0, Thread.currentThread());
            states.put(operations, state);
            register(state);
        }
        return state;
    }

    private static void register(ThreadState state) {
        synchronized (ALL) {
            ALL.addLast(state);
            for (int i = 0; i < LOOKS; i++) {
                ThreadState other = ALL.removeFirst();
                if (other.owner == null || other.owner.isAlive()) {
                    ALL.addLast(other);
                } else {
                    ended = ThreadStates.plus(ended, other);
                }
            }
        }
    }

    /** The counters of all threads, ended ones included. */
    static ThreadStates.Totals totals() {
        synchronized (ALL) {
            ThreadStates.Totals t = ended;
            for (ThreadState state : ALL) {
                t = ThreadStates.plus(t, state);
            }
            return t;
        }
    }

    /** How many there are. */
    static int count() {
        synchronized (ALL) {
            return ALL.size();
        }
    }
}
