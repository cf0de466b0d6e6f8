package dev.sanca.own;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
    private static final Map<Key, ThreadState> BY_THREAD = new ConcurrentHashMap<>();
    private static ThreadStates.Totals ended = new ThreadStates.Totals(0, 0, 0, 0);

    private record Key(long thread, Operations operations) {}

    private ForeignStates() {}

    /** The state of this thread in a runtime. Does not attach. */
    public static ThreadState ofThisThread(Operations operations) {
        Map<Operations, ThreadState> states = OF_THREAD.get();
        ThreadState state = states.get(operations);
        if (state == null) {
            Thread thread = Thread.currentThread();
            Key key = new Key(thread.threadId(), operations);
            state = BY_THREAD.get(key); // the threads of the common pool forget their variables after each task
            if (state == null) {
                state = new ThreadState(operations, 0, thread);
                BY_THREAD.put(key, state);
                register(state);
            }
            states.put(operations, state);
        }
        return state;
    }

    private static void register(ThreadState state) {
        List<ThreadState> dead = new ArrayList<>();
        synchronized (ALL) {
            ALL.addLast(state);
            for (int i = 0; i < LOOKS; i++) {
                ThreadState other = ALL.removeFirst();
                if (other.isOwnerAlive()) {
                    ALL.addLast(other);
                } else {
                    dead.add(other);
                }
            }
        }
        for (ThreadState other : dead) { // without the lock: what is given back may run other code
            BY_THREAD.remove(new Key(other.ownerId, other.operations));
            other.abandonRegions();
            other.free();
            synchronized (ALL) {
                ended = ThreadStates.plus(ended, other);
            }
        }
    }

    /** The state of this thread in a runtime if it is attached, else null. */
    public static @Nullable ThreadState attachedOrNull(Operations operations) {
        ThreadState state = OF_THREAD.get().get(operations);
        return state != null && state.isAttached() ? state : null;
    }

    /** Attaches this thread to a runtime other than CPython. */
    public static ThreadState attach(Operations operations) {
        ThreadState state = ofThisThread(operations);
        state.enter();
        return state;
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
