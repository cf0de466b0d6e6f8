package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.GilStateBinding;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.reference.WordRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Every thread state of this process: made at a thread's first attach, kept for its life, deleted after its end by the
 * {@link Reaper}.
 *
 * <p><b>Thread:</b> any.
 *
 * @implNote CPython unbinds a deleted state from the thread that deletes it (its {@code PyGILState} slot), whoever it
 *     belonged to. So dead states are deleted only by a thread that has no state of its own, under a throw-away one.
 */
public final class ThreadStates {
    /** Sums over all threads, ended ones included. */
    public record Totals(long made, long released, long attaches, long scopes) {}

    /** So many states more than there are threads wake the {@link Reaper}; twice as many, and a new thread waits for it. */
    private static final int FEW = 4;

    private static final int PATIENCE_MILLIS = 100;

    private static final long PATIENCE_NANOS = 1_000_000_000;

    private static final ArrayDeque<ThreadState> ALL = new ArrayDeque<>();

    private static final ConcurrentHashMap<Long, ThreadState> CARRIERS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Long, ThreadState> BY_POINTER = new ConcurrentHashMap<>();

    /** How many states of living threads the {@link Reaper} saw last. */
    private static int alive;

    private static Totals endedTotals = new Totals(0, 0, 0, 0);
    private static volatile long interpreter;
    private static volatile @Nullable ThreadRuntime operations;

    private ThreadStates() {}

    /**
     * Adopts the thread that has just started the interpreter and still holds the GIL; leaves it detached.
     *
     * @param cpython what every state of the interpreter does
     * @param hosted whether Python started the JVM on this thread, and not the JVM Python
     */
    public static void startOnThisThread(ThreadRuntime cpython, boolean hosted) {
        operations = cpython;
        WordRuntime.OfPointers.set(cpython);
        interpreter = pystate_h.PyInterpreterState_Get();
        long pointer = pystate_h.PyThreadState_Get();
        ThreadState state = new ThreadState(cpython(), pointer, Thread.currentThread());
        state.nothingToDelete = true;
        state.calledByC = hosted;
        state.attachLimit = Stack.attachLimit();
        GilStateBinding.find(interpreter, pointer);
        register(state);
        publish(state);
        ThreadState.setOfThisThread(state);
        ceval_h.PyEval_SaveThread();
        try {
            PressureWatch.start();
        } catch (OutOfMemoryError e) {
            // no thread for it: the number of references is watched all the same
        }
    }

    /** Whether this thread runs under some thread state of Python, Sanca's or not. */
    public static boolean holdsGil() {
        return ThreadState.current() != 0;
    }

    private static ThreadRuntime cpython() {
        return Objects.requireNonNull(operations, "the interpreter was started");
    }

    /**
     * The state of this platform thread, made if need be. Does not attach.
     *
     * @throws StackOverflowError if one must be made, and so little stack is left that the thread could not attach
     */
    static ThreadState ofPlatformThread() {
        ThreadState state = ThreadState.ofThisThreadOrNull();
        if (state == null) {
            state = make(Thread.currentThread());
            ThreadState.setOfThisThread(state);
        }
        return state;
    }

    /** The state of the carrier under this virtual thread, which must be pinned. */
    static ThreadState ofCarrier() {
        ThreadState state = carrierOrNull();
        if (state == null || state.osThread != libc.gettid()) {
            state = make(null);
            CARRIERS.put(state.pthread, state);
        }
        return state;
    }

    private static @Nullable ThreadState carrierOrNull() {
        return CARRIERS.get(libc.pthread_self());
    }

    /** Whether the carrier under this virtual thread has no stack left for a call into C and back. */
    static boolean isCarrierExhausted() {
        ThreadState state = carrierOrNull();
        if (state == null || state.stackLimit == 0) {
            return Stack.isExhausted();
        }
        return Stack.isExhausted(state);
    }

    /** The state of a thread that Python started and that has just called Java. */
    static ThreadState ofPythonThread() {
        long pointer = pystate_h.PyThreadState_Get();
        ThreadState state = findOrNull(pointer);
        if (state == null) {
            state = new ThreadState(cpython(), pointer, Thread.currentThread());
            state.nothingToDelete = true; // Python's to delete
            state.startedByPython = true;
            state.calledByC = true;
            try {
                state.attachLimit = Stack.attachLimit();
                state.guardStack();
                register(state);
            } catch (Throwable e) {
                state.free();
                throw e;
            }
            publish(state);
        }
        ThreadState.setOfThisThread(state);
        return state;
    }

    /**
     * The state of this thread whose thread-local variables do not know it: made, unless there is one. The threads of the
     * common pool forget their variables after each task, and an error may have come between.
     */
    private static ThreadState make(@Nullable Thread owner) {
        long known = pystate_h.PyGILState_GetThisThreadState();
        ThreadState kept = known == 0 ? null : findOrNull(known);
        if (kept != null) {
            return kept;
        }
        long attachLimit = Stack.attachLimit();
        if (known == 0 && LibPython.isFreeThreaded()) {
            awaitPredecessors();
        }
        awaitReaper();
        ThreadState state = new ThreadState(cpython(), known, owner);
        state.nothingToDelete = known != 0;
        state.calledByC = known != 0;
        state.attachLimit = attachLimit;
        register(state);
        if (known == 0) {
            try {
                state.bind(newState()); // after what else may fail: to undo it takes the GIL
            } catch (Throwable e) {
                synchronized (ALL) {
                    ALL.remove(state);
                }
                throw e;
            }
        }
        publish(state);
        return state;
    }

    /** The state that was made of a {@code PyThreadState} on this thread; null if there is none. */
    private static @Nullable ThreadState findOrNull(long pointer) {
        ThreadState state = BY_POINTER.get(pointer);
        if (state == null) { // no memory when it was made, or Python's
            synchronized (ALL) {
                for (ThreadState s : ALL) {
                    state = s.pointer() == pointer ? s : state;
                }
            }
        }
        return state != null && state.osThread == libc.gettid() && !state.isBeingDeleted ? state : null;
    }

    private static long newState() {
        long pointer = pystate_h.PyThreadState_New(interpreter);
        if (pointer == 0) {
            throw new OutOfMemoryError("Python could not allocate a thread state");
        }
        return pointer;
    }

    /** Takes it into the list of all, by which it is deleted some day. */
    private static void register(ThreadState state) {
        recordIds(state);
        synchronized (ALL) {
            ALL.addLast(state);
        }
    }

    private static void recordIds(ThreadState state) {
        state.osThread = libc.gettid();
        state.pthread = libc.pthread_self();
    }

    /** Makes a registered state, which has its pointer now, known by that. An error leaves it to be found in the list of all. */
    private static void publish(ThreadState state) {
        BY_POINTER.put(state.pointer(), state);
        boolean many;
        synchronized (ALL) {
            many = ALL.size() > alive + Math.max(FEW, alive / FEW);
        }
        Reaper.stateMade(many);
    }

    /** Lets the {@link Reaper} catch up where threads come and go faster than it gets the GIL. Not for long: it runs user code. */
    private static void awaitReaper() {
        synchronized (ALL) {
            if (isCrowded()) {
                Reaper.stateMade(true);
                await(PATIENCE_MILLIS * 1_000_000L, ThreadStates::isCrowded);
                if (isCrowded()) {
                    alive = ALL.size(); // it does not get on: nobody else need wait
                }
            }
        }
    }

    private static boolean isCrowded() {
        return ALL.size() > 2 * (alive + FEW);
    }

    /**
     * Waits until the states of ended threads whose id this thread has inherited are deleted; not for ever, since that may
     * run user code.
     *
     * @implNote The C library gives the id of an ended thread to the next one, and without a GIL CPython tells by it who may
     *     change an object's own count. What others hand to the dead state, being this thread's by its id, only this thread
     *     may count; so the state goes before the thread has one of its own.
     */
    private static void awaitPredecessors() {
        long self = libc.pthread_self();
        int thread = libc.gettid();
        synchronized (ALL) {
            if (hasPredecessor(self, thread)) {
                Reaper.stateMade(true);
                await(PATIENCE_NANOS, () -> hasPredecessor(self, thread));
            }
        }
    }

    /** Waits while something holds, under the lock of all states. */
    private static void await(long nanos, BooleanSupplier condition) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        while (condition.getAsBoolean() && System.nanoTime() < end) {
            try {
                ALL.wait(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasPredecessor(long self, int thread) {
        for (ThreadState state : ALL) {
            if (state.pthread == self && state.osThread != thread) {
                return true;
            }
        }
        return false;
    }

    /** Deletes the states of ended threads. On a thread that has none of its own: that of the {@link Reaper}. */
    static void reap() {
        List<ThreadState> ended = markEndedStates();
        if (ended.isEmpty() || ScopeStack.hasEnded()) {
            return;
        }
        try {
            if (ended.stream()
                    .anyMatch(state -> !state.nothingToDelete || state.depth() != 0 || state.hasUnreleased())) {
                deleteAttached(ended);
            }
        } finally {
            forget(ended);
        }
    }

    /** Takes note of ended threads' states, which stay in the list of all until they are deleted. */
    private static List<ThreadState> markEndedStates() {
        synchronized (ALL) {
            List<ThreadState> ended = new ArrayList<>(ALL.size());
            for (ThreadState state : ALL) {
                if (hasEnded(state)) {
                    state.isBeingDeleted = true;
                    ended.add(state);
                }
            }
            alive = ALL.size() - ended.size();
            ALL.notifyAll();
            return ended;
        }
    }

    /**
     * Whether nothing touches a state any more. A thread that ends attached is detached by the C library after Java has
     * forgotten it, and without a GIL nobody waits for that: then the kernel's thread must have gone.
     */
    private static boolean hasEnded(ThreadState state) {
        if (state.ownerId != 0 && state.active() == null) {
            return !state.isOwnerAlive();
        }
        return !Files.exists(Path.of("/proc/self/task", Integer.toString(state.osThread)))
                && Files.exists(Path.of("/proc/self/task"));
    }

    private static void deleteAttached(List<ThreadState> ended) {
        ThreadState own = new ThreadState(cpython(), 0, Thread.currentThread());
        own.attachLimit = Stack.attachLimit();
        recordIds(own);
        own.bind(newState());
        ThreadState.setOfThisThread(own); // what is freed may call Java
        own.enter();
        try {
            if (!ScopeStack.hasEnded()) {
                clearAndDelete(ended);
            }
        } finally {
            pystate_h.PyThreadState_Clear(own.pointer());
            own.leaveAndDelete();
            ThreadState.setOfThisThread(null);
            own.free();
        }
    }

    /** Whatever an error leaves is done the next time. */
    private static void clearAndDelete(List<ThreadState> ended) {
        for (ThreadState state : ended) {
            state.abandonScopes();
            if (!state.nothingToDelete && !state.cleared) {
                state.cleared = true;
                pystate_h.PyThreadState_Clear(state.pointer());
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

    /** Forgets the states that are deleted; the others are as before. */
    private static void forget(List<ThreadState> ended) {
        for (ThreadState state : ended) {
            boolean isDeleted = state.nothingToDelete && state.depth() == 0 && !state.hasUnreleased();
            synchronized (ALL) {
                state.isBeingDeleted = false;
                if (isDeleted) {
                    ALL.remove(state);
                    endedTotals = plus(endedTotals, state);
                    ALL.notifyAll();
                }
            }
            if (isDeleted) {
                CARRIERS.remove(state.pthread, state);
                BY_POINTER.remove(state.pointer(), state);
                state.free();
            }
        }
    }

    static Totals plus(Totals t, ThreadState s) {
        return new Totals(t.made + s.made(), t.released + s.released(), t.attaches + s.attaches, t.scopes + s.opened());
    }

    /** The counters of all threads; those of running ones may be a little old. */
    public static Totals totals() {
        synchronized (ALL) {
            Totals t = plus(endedTotals, ForeignStates.totals());
            for (ThreadState s : ALL) {
                t = plus(t, s);
            }
            return t;
        }
    }

    private static Totals plus(Totals t, Totals s) {
        return new Totals(t.made + s.made, t.released + s.released, t.attaches + s.attaches, t.scopes + s.scopes);
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
                if (s.active() != null) {
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
                if (s.active() == thread) {
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
    public static boolean isKernelThreadAlive(Thread ended) {
        synchronized (ALL) {
            for (ThreadState s : ALL) {
                if (s.active() == ended) {
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
                Thread thread = s.active();
                if (thread != null) {
                    threads.add(thread);
                }
            }
        }
        return threads;
    }
}
