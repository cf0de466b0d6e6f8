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
 * The CPython thread states of this process. A state is made at a thread's first attach, kept while the thread lives, and
 * deleted by the {@link Reaper} after the thread's end.
 *
 * <p><b>Thread:</b> any.
 *
 * @implNote CPython unbinds a deleted state from the thread that deletes it (it clears that thread's {@code PyGILState} slot),
 *     whichever thread the state belonged to. So the states of ended threads are deleted only by a thread that has no state of
 *     its own, under a temporary state.
 */
public final class ThreadStates {
    /** Sums over all threads, ended ones included. */
    public record Totals(long made, long released, long attaches, long scopes) {}

    /**
     * How many states more than living threads wake the {@link Reaper}. If there are twice as many, a new thread waits for it.
     */
    private static final int FEW = 4;

    private static final int PATIENCE_MILLIS = 100;

    private static final long PATIENCE_NANOS = 1_000_000_000;

    private static final ArrayDeque<ThreadState> ALL = new ArrayDeque<>();

    private static final ConcurrentHashMap<Long, ThreadState> CARRIERS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Long, ThreadState> BY_POINTER = new ConcurrentHashMap<>();

    /** How many states of living threads the {@link Reaper} has found last. */
    private static int alive;

    /** The {@code PyThreadState} that the {@link Reaper} made and could not attach with, for its next try; 0 if there is none. */
    private static long throwAway;

    private static Totals endedTotals = new Totals(0, 0, 0, 0);
    private static volatile long interpreter;
    private static volatile @Nullable ThreadRuntime operations;

    private ThreadStates() {}

    /**
     * Makes the state of this thread, which has just started the interpreter and still holds the GIL, and detaches the thread.
     *
     * @param cpython the runtime of every state
     * @param hosted whether Python started the JVM on this thread, rather than the JVM Python
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
            // no thread can be started: the number of references still forces collections
        }
    }

    /** Returns whether some thread state of Python is current on this thread, made by Sanca or not. */
    public static boolean holdsGil() {
        return ThreadState.current() != 0;
    }

    private static ThreadRuntime cpython() {
        return Objects.requireNonNull(operations, "the interpreter was started");
    }

    /**
     * Returns the state of this platform thread, and makes it if there is none. Does not attach.
     *
     * @throws StackOverflowError if a state must be made, and so little stack is left that the thread could not attach
     */
    static ThreadState ofPlatformThread() {
        ThreadState state = ThreadState.ofThisThreadOrNull();
        if (state == null) {
            state = make(Thread.currentThread());
            ThreadState.setOfThisThread(state);
        }
        return state;
    }

    /** Returns the state of the carrier of this virtual thread, which must be pinned. */
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

    /** Returns whether this virtual thread, on its present carrier, has no stack left for a call into C and back. */
    static boolean isCarrierExhausted() {
        ThreadState state = carrierOrNull();
        if (state == null || state.stackLimit == 0) {
            return Stack.isExhausted();
        }
        return Stack.isExhausted(state);
    }

    /** Returns the state of this thread, which Python started, and which has just called Java. */
    static ThreadState ofPythonThread() {
        long pointer = pystate_h.PyThreadState_Get();
        ThreadState state = findOrNull(pointer);
        if (state == null) {
            state = new ThreadState(cpython(), pointer, Thread.currentThread());
            state.nothingToDelete = true; // Python deletes it
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
     * Returns the state of this thread when its thread-local variable is not set: a state that was made before, or a new one.
     * The thread-local variables of the common pool's threads are cleared after each task, and an error may have prevented the
     * variable from being set.
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
                state.bind(newState()); // last of all that may fail, since to delete it takes the GIL
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

    /** Returns the state that was made for a {@code PyThreadState} of this thread; null if there is none. */
    private static @Nullable ThreadState findOrNull(long pointer) {
        ThreadState state = BY_POINTER.get(pointer);
        if (state == null) { // there was no memory to publish it, or Python made it
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

    /** Adds a state to the list of all states, in which the reaper looks for those to delete. */
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

    /**
     * Makes a registered state, whose pointer is set now, known by that pointer. If this fails, the state is still found in the
     * list of all.
     */
    private static void publish(ThreadState state) {
        BY_POINTER.put(state.pointer(), state);
        boolean many;
        synchronized (ALL) {
            many = ALL.size() > alive + Math.max(FEW, alive / FEW);
        }
        Reaper.stateMade(many);
    }

    /**
     * Waits for the {@link Reaper} where threads start and end faster than it gets the GIL. Waits only a short time, because
     * the reaper runs code of users.
     */
    private static void awaitReaper() {
        synchronized (ALL) {
            if (isCrowded()) {
                Reaper.stateMade(true);
                await(PATIENCE_MILLIS * 1_000_000L, ThreadStates::isCrowded);
                if (isCrowded()) {
                    alive = ALL.size(); // the reaper makes no progress: the next threads need not wait
                }
            }
        }
    }

    private static boolean isCrowded() {
        return ALL.size() > 2 * (alive + FEW);
    }

    /**
     * Waits until the states of ended threads that had this thread's id are deleted. Waits at most {@code PATIENCE_NANOS},
     * because the deletion may run code of users.
     *
     * @implNote The C library gives the id of an ended thread to a new thread. Without a GIL, CPython decides by this id which
     *     thread owns an object's local count. Decrements of other threads that are queued for the ended thread's state would
     *     then have to be merged by this thread. So that state is deleted before this thread gets a state.
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

    /** Waits while a condition holds, at most {@code nanos}. The caller holds the lock of all states. */
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

    /** Deletes the states of ended threads. The calling thread, that of the {@link Reaper}, has no state. */
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

    /** Marks the states of ended threads and returns them. They stay in the list of all states until they are deleted. */
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
     * Returns whether no code uses a state any more. If a thread ends while it is attached, the C library detaches it after
     * Java has ended the thread, and without a GIL no thread waits for that; so here the kernel's thread must have ended.
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
        if (throwAway == 0) {
            throwAway = newState();
        }
        own.bind(throwAway);
        ThreadState.setOfThisThread(own); // what is deallocated may call Java
        own.enter();
        throwAway = 0;
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

    /** Removes the states that are deleted from all tables; the others stay. */
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

    /** Returns the sums of the counters of all threads. Those of running threads may be a little out of date. */
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

    /** Returns how many thread states are kept, of all runtimes. */
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

    /** Returns the {@code pthread_t} of an attached thread, or 0 if the thread is not attached. */
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

    /** Returns whether the kernel's thread of a Java thread that ended attached still exists. */
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

    /** Returns the attached threads. The shutdown looks at what they do. */
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
