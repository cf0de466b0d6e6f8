package dev.sanca.own;

import dev.sanca.cpython.ffi.GilStateBinding;
import dev.sanca.cpython.ffi.LibPython;
import dev.sanca.cpython.ffi.ceval_h;
import dev.sanca.cpython.ffi.libc;
import dev.sanca.cpython.ffi.pystate_h;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every thread state of this process: made at a thread's first attach, kept for its life, given back after its end.
 *
 * <p><b>Thread:</b> any.
 *
 * @implNote CPython unbinds a deleted state from the thread that deletes it (its {@code PyGILState} slot), whoever it
 *     belonged to. So dead states are given back only by a thread that has no state yet, under a throw-away one.
 */
public final class ThreadStates {
    /** Sums over all threads, ended ones included. */
    public record Totals(long made, long released, long attaches, long regions) {}

    /** How many dead states a new thread gives back before it makes its own: more than one, so that none pile up. */
    private static final int REAP_AT_START = 4;

    private static final long PATIENCE_NANOS = 1_000_000_000;

    private static final ArrayDeque<ThreadState> ALL = new ArrayDeque<>();

    /** Those that some thread is giving back. */
    private static final List<ThreadState> DYING = new ArrayList<>();

    private static final ConcurrentHashMap<Long, ThreadState> CARRIERS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Long, ThreadState> BY_POINTER = new ConcurrentHashMap<>();

    private static Totals ended = new Totals(0, 0, 0, 0);
    private static volatile long interpreter;
    private static volatile @Nullable Operations operations;
    private static volatile boolean finalized;

    private ThreadStates() {}

    /**
     * Adopts the thread that has just started the interpreter and still holds the GIL; leaves it detached.
     *
     * @param cpython what every state of the interpreter does
     * @param hosted whether Python started the JVM on this thread, and not the JVM Python
     */
    public static void startOnThisThread(Operations cpython, boolean hosted) {
        operations = cpython;
        interpreter = pystate_h.PyInterpreterState_Get();
        ThreadState state = new ThreadState(cpython(), pystate_h.PyThreadState_Get(), Thread.currentThread());
        state.permanent = true;
        state.calledByC = hosted;
        ThreadState.setOfThisThread(state);
        register(state);
        GilStateBinding.find(interpreter, state.pointer());
        ceval_h.PyEval_SaveThread();
        PressureWatch.start();
    }

    /** What the states of the interpreter do; null before its start. */
    static @Nullable Operations cpythonOrNull() {
        return operations;
    }

    private static Operations cpython() {
        return Objects.requireNonNull(operations, "the interpreter was started");
    }

    /** From now on nothing touches the interpreter any more. */
    public static void markFinalized() {
        finalized = true;
    }

    /** Whether the interpreter has ended. */
    public static boolean isFinalized() {
        return finalized;
    }

    /** The state of this platform thread, made if need be. Does not attach. */
    static ThreadState ofPlatformThread() {
        ThreadState state = ThreadState.ofThisThread();
        if (state == null) {
            state = kept();
            if (state == null) {
                state = make(Thread.currentThread());
            }
            ThreadState.setOfThisThread(state);
        }
        return state;
    }

    /**
     * The state that this thread has although its thread-local variables do not know: the threads of the common pool forget
     * them after each task.
     */
    private static @Nullable ThreadState kept() {
        long pointer = pystate_h.PyGILState_GetThisThreadState();
        if (pointer == 0) {
            reap(REAP_AT_START);
            return null;
        }
        ThreadState state = BY_POINTER.get(pointer);
        return state != null && state.owner() == Thread.currentThread() ? state : null;
    }

    /** The state of the carrier under this virtual thread, which must be pinned. */
    static ThreadState ofCarrier() {
        long self = libc.pthread_self();
        ThreadState state = CARRIERS.get(self);
        if (state == null || state.osThread != libc.gettid()) {
            state = make(null);
            CARRIERS.put(self, state);
        }
        return state;
    }

    /** Whether the carrier under this virtual thread is known to have no stack left for a call into C and back. */
    static boolean isCarrierExhausted() {
        ThreadState state = CARRIERS.get(libc.pthread_self());
        return state != null && Stack.isExhausted(state);
    }

    /** The state of a thread that Python started and that has just called Java. */
    static ThreadState ofPythonThread() {
        ThreadState state = new ThreadState(cpython(), pystate_h.PyThreadState_Get(), Thread.currentThread());
        state.permanent = true; // Python's to delete
        state.pythons = true;
        state.calledByC = true;
        ThreadState.setOfThisThread(state);
        register(state);
        state.guardStack();
        return state;
    }

    private static ThreadState make(@Nullable Thread owner) {
        long known = pystate_h.PyGILState_GetThisThreadState();
        if (known == 0 && LibPython.isFreeThreaded()) {
            reapPredecessors();
        }
        long pointer = known != 0 ? known : pystate_h.PyThreadState_New(interpreter);
        if (pointer == 0) {
            throw new OutOfMemoryError("Python could not allocate a thread state");
        }
        ThreadState state = new ThreadState(cpython(), pointer, owner);
        state.permanent = known != 0;
        state.calledByC = known != 0;
        register(state);
        return state;
    }

    private static void register(ThreadState state) {
        state.osThread = libc.gettid();
        state.pthread = libc.pthread_self();
        synchronized (ALL) {
            ALL.addLast(state);
        }
        BY_POINTER.put(state.pointer(), state);
    }

    /** Gives back up to {@code most} states of ended threads. This thread must have none of its own. */
    static void reap(int most) {
        List<ThreadState> dead = takeEnded(most);
        if (!dead.isEmpty()) {
            delete(dead);
        }
    }

    /**
     * Gives back the states of ended threads whose id this thread has inherited.
     *
     * @implNote The C library gives the id of an ended thread to the next one, and without a GIL CPython tells by it who may
     *     change an object's own count. What others hand to the dead state, being this thread's by its id, only this thread
     *     may count; so the state goes before the thread has one of its own, and on the same thread.
     */
    private static void reapPredecessors() {
        long self = libc.pthread_self();
        List<ThreadState> dead = new ArrayList<>();
        synchronized (ALL) {
            awaitReaped(self);
            for (ThreadState state : ALL) {
                if (state.pthread == self && state.osThread != libc.gettid()) {
                    dead.add(state);
                }
            }
            ALL.removeAll(dead);
        }
        if (!dead.isEmpty()) {
            delete(dead);
        }
    }

    /** Waits for another thread that is giving such a state back; not for ever, since that may run user code. */
    private static void awaitReaped(long self) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        boolean interrupted = false;
        while (DYING.stream().anyMatch(s -> s.pthread == self) && System.nanoTime() < end) {
            try {
                ALL.wait(PATIENCE_NANOS / 1_000_000);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes ended threads' states off the front of the queue; looks at twice as many as asked for, at most. */
    private static List<ThreadState> takeEnded(int most) {
        List<ThreadState> dead = new ArrayList<>();
        synchronized (ALL) {
            for (long looks = Math.min(ALL.size(), 2L * most); looks > 0 && dead.size() < most; looks--) {
                ThreadState state = ALL.removeFirst();
                if (hasEnded(state)) {
                    dead.add(state);
                } else {
                    ALL.addLast(state);
                }
            }
            DYING.addAll(dead);
        }
        return dead;
    }

    /**
     * Whether nothing touches a state any more. A thread that ends attached is detached by the C library after Java has
     * forgotten it, and without a GIL nobody waits for that: then the kernel's thread must have gone.
     */
    private static boolean hasEnded(ThreadState state) {
        if (state.ownerId != 0 && state.active == null) {
            return !state.isOwnerAlive();
        }
        return !Files.exists(Path.of("/proc/self/task", Integer.toString(state.osThread)))
                && Files.exists(Path.of("/proc/self/task"));
    }

    private static void delete(List<ThreadState> dead) {
        if (finalized) {
            return;
        }
        if (dead.stream().anyMatch(state -> !state.permanent || state.depth != 0)) {
            deleteAttached(dead);
        }
        for (ThreadState state : dead) {
            synchronized (ALL) {
                ended = plus(ended, state);
                DYING.remove(state);
                ALL.notifyAll();
            }
            state.free();
            CARRIERS.values().remove(state);
            BY_POINTER.remove(state.pointer(), state);
        }
    }

    private static void deleteAttached(List<ThreadState> dead) {
        ThreadState own = new ThreadState(cpython(), pystate_h.PyThreadState_New(interpreter), Thread.currentThread());
        ceval_h.PyEval_RestoreThread(own.pointer());
        ThreadState.setOfThisThread(own); // what is freed may call Java
        own.active = Thread.currentThread();
        for (ThreadState state : dead) {
            state.abandonRegions();
            if (!state.permanent) {
                pystate_h.PyThreadState_Clear(state.pointer());
            }
        }
        for (ThreadState state : dead) {
            if (!state.permanent) {
                GilStateBinding.undo(state.pointer());
                pystate_h.PyThreadState_Delete(state.pointer());
            }
        }
        pystate_h.PyThreadState_Clear(own.pointer());
        own.active = null;
        ThreadState.setOfThisThread(null);
        pystate_h.PyThreadState_DeleteCurrent();
        own.free();
    }

    static Totals plus(Totals t, ThreadState s) {
        return new Totals(t.made + s.made, t.released + s.released, t.attaches + s.attaches, t.regions + s.regions);
    }

    /** The counters of all threads; those of running ones may be a little old. */
    public static Totals totals() {
        synchronized (ALL) {
            Totals t = plus(ended, ForeignStates.totals());
            for (ThreadState s : ALL) {
                t = plus(t, s);
            }
            return t;
        }
    }

    private static Totals plus(Totals t, Totals s) {
        return new Totals(t.made + s.made, t.released + s.released, t.attaches + s.attaches, t.regions + s.regions);
    }

    /** How many thread states are kept. */
    public static int count() {
        synchronized (ALL) {
            return ALL.size() + ForeignStates.count();
        }
    }

    static boolean anyAttached() {
        synchronized (ALL) {
            for (ThreadState s : ALL) {
                if (s.active != null) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The {@code pthread_t} under an attached thread, or 0 if it is not attached. */
    public static long osThreadOfAttached(Thread thread) {
        synchronized (ALL) {
            for (ThreadState s : ALL) {
                if (s.active == thread) {
                    return s.pthread;
                }
            }
            return 0;
        }
    }

    /** From now on the end of a thread that is still attached does not release the GIL. */
    public static void stopWatchingEnds() {
        ThreadEnd.stopWatching();
    }

    /** Whether the kernel's thread under an attached thread that has ended is still there. */
    public static boolean goesOnWithout(Thread ended) {
        synchronized (ALL) {
            for (ThreadState s : ALL) {
                if (s.active == ended) {
                    return Files.exists(Path.of("/proc/self/task", Integer.toString(s.osThread)));
                }
            }
            return false;
        }
    }

    /** The attached threads, for the shutdown to see what they do. */
    public static List<Thread> attachedThreads() {
        List<Thread> threads = new ArrayList<>();
        synchronized (ALL) {
            for (ThreadState s : ALL) {
                Thread thread = s.active;
                if (thread != null) {
                    threads.add(thread);
                }
            }
        }
        return threads;
    }
}
