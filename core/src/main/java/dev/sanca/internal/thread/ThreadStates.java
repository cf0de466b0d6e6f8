package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.GilStateBinding;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.MainThread;
import dev.sanca.internal.ffi.ThreadLocalKey;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.internal.reference.WordRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The CPython thread states of this process. A state is made at a thread's first attach, kept while the thread lives, and
 * deleted by the {@link Reaper} after the thread's end, see {@link EndedThreads}.
 *
 * <p><b>Thread:</b> any.
 */
public final class ThreadStates {
    /** Sums over all threads, ended ones included. */
    public record Totals(long made, long released, long attaches, long scopes) {}

    /**
     * How many states more than living threads wake the {@link Reaper}. If there are twice as many, a new thread waits for it.
     */
    static final int FEW = 4;

    /** The states of all threads; its lock guards the fields of this class that are not final. */
    static final ArrayDeque<ThreadState> ALL = new ArrayDeque<>();

    private static final ConcurrentHashMap<Long, ThreadState> CARRIERS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Long, ThreadState> BY_POINTER = new ConcurrentHashMap<>();

    /** How many states of living threads the {@link Reaper} has found last. */
    static int alive;

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
        MainThread.find();
        ThreadLocalKey.find(pointer);
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
            EndedThreads.awaitPredecessors();
        }
        EndedThreads.awaitReaper();
        ThreadState state = new ThreadState(cpython(), known, owner);
        state.nothingToDelete = known != 0;
        state.calledByC = known != 0;
        state.attachLimit = attachLimit;
        register(state);
        if (known == 0) {
            try {
                state.bind(newPointer()); // last of all that may fail, since to delete it takes the GIL
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

    /** Returns a state for this thread that is in no table, and has no {@code PyThreadState} yet. */
    static ThreadState unregistered() {
        ThreadState state = new ThreadState(cpython(), 0, Thread.currentThread());
        state.attachLimit = Stack.attachLimit();
        recordIds(state);
        return state;
    }

    /** Returns a new {@code PyThreadState} of no thread. */
    static long newPointer() {
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

    /** Marks the states of ended threads and returns them. They stay in the list of all states until they are deleted. */
    static List<ThreadState> markEnded() {
        synchronized (ALL) {
            List<ThreadState> ended = new ArrayList<>(ALL.size());
            for (ThreadState state : ALL) {
                if (EndedThreads.hasEnded(state)) {
                    state.isBeingDeleted = true;
                    ended.add(state);
                }
            }
            alive = ALL.size() - ended.size();
            ALL.notifyAll();
            return ended;
        }
    }

    /** Removes the states that are deleted from all tables; the others stay. */
    static void forget(List<ThreadState> ended) {
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

    /**
     * A Java thread that Python knows.
     *
     * @param thread the platform or virtual thread
     * @param pthread the {@code pthread_t} that it runs on, which is its identifier in Python
     * @param isAttached whether it is attached
     */
    public record Known(Thread thread, long pthread, boolean isAttached) {}

    /** Returns the living threads that have a state, and the virtual ones that are inside a body. */
    public static List<Known> known() {
        List<Known> known = new ArrayList<>();
        synchronized (ALL) {
            for (ThreadState s : ALL) {
                Thread active = s.active();
                VirtualThreadContext pinned = s.virtualThread;
                Thread thread = active != null ? active : pinned != null ? pinned.thread() : s.owner();
                if (thread != null && thread.isAlive()) {
                    known.add(new Known(thread, s.pthread, active != null));
                }
            }
        }
        return known;
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

    /** Stops the Python code of some of the attached threads of Java, since the JVM exits; see {@link Stops#exit}. */
    public static void stopForExit(Predicate<Thread> which) {
        synchronized (ALL) {
            for (ThreadState s : ALL) {
                Thread thread = s.active();
                if (thread != null && !s.startedByPython && which.test(thread)) {
                    s.stops.exit();
                }
            }
        }
        StopWatch.wake();
    }

    /** Returns whether a thread that {@link #stopForExit} stops is attached still; it may run {@code finally} blocks of Python. */
    public static boolean isStoppingForExit() {
        synchronized (ALL) {
            return ALL.stream().anyMatch(s -> s.active() != null && s.stops.exits());
        }
    }
}
