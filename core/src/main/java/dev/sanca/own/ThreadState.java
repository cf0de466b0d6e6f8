package dev.sanca.own;

import dev.sanca.PythonException;
import dev.sanca.cpython.ffi.LeftError;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.StackGuard;
import dev.sanca.cpython.ffi.StackPointer;
import dev.sanca.cpython.ffi.ceval_h;
import dev.sanca.cpython.ffi.pystate_h;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operating-system thread as Python knows it: its kept {@code PyThreadState}, whether it is attached, and its
 * innermost region.
 *
 * <p><b>Thread:</b> only the thread itself; {@link #active} may be read by others, to report misuse.
 */
public final class ThreadState {
    /** The state of nobody: never attached. */
    static final ThreadState NONE = new ThreadState();

    private static final ThreadLocal<ThreadState> CURRENT = new ThreadLocal<>();

    /** That of the thread that attached last, which asks most often; written by all threads, whole or not at all. */
    private static ThreadState last = NONE;

    /** The thread that runs under this state while attached, else null. A virtual thread where one is mounted. */
    @Nullable
    Thread active;

    /** The levels of its regions: those that are open, and behind them some that were. */
    @Nullable
    Level[] levels = {};

    /** How many regions are open; none outside every token. */
    int depth;

    /** The chunk that the innermost level fills, here as well to be near when a reference is made; see {@link Level}. */
    Chunk chunk;

    /** How many calls from Python this thread is in. */
    int activation;

    /** The epoch of {@link Pressure} that it has answered, or that {@link #chunk} must be looked for. */
    int pressureSeen;

    /** The former, where {@link #pressureSeen} is the latter. */
    int pressureBefore;

    long made;
    long released;
    long uncollected;
    long uncollectedLimit = Pressure.FIRST_LIMIT;
    long regions;
    long attaches;

    /**
     * The thread of this state; null for a carrier of virtual threads. Weak, as a thread that has ended may hold what its body
     * returned or threw, and with that the counts in it.
     */
    private final @Nullable WeakReference<Thread> owner;

    /** The number of {@link #owner}, or 0. */
    final long ownerId;

    /** Whether the {@code PyThreadState} is someone else's to delete: the main thread's, or a Python thread's. */
    boolean permanent;

    /** Whether Python started the thread, and ends it. */
    boolean pythons;

    /** Whether C code that Java did not call runs on this thread, below Java: it uses the stack that the thread has. */
    boolean calledByC;

    /** The kernel's number of the thread. */
    int osThread;

    /** The {@code pthread_t}, valid while the thread lives. */
    long pthread;

    /** Below this address a stack pointer is too deep to call on; 0 until measured. */
    long stackLimit;

    /** Where the stack pointer was when {@link Stack} measured it last. */
    long stackPointer;

    /** What {@link StackGuard} enforces while attached; null where CPython does by itself. */
    StackGuard.@Nullable Limits limits;

    /** What this thread's runtime does. */
    final Operations operations;

    /** Where Python keeps the pending error of this thread; null until found, and for other runtimes. */
    LeftError.@Nullable Place leftError;

    private final long tstate;
    private final Scratch scratch = new Scratch();
    private boolean heldOutside;
    private long registers;
    private int causes;
    private @Nullable Throwable restored;
    private @Nullable PythonException passing;
    private long passingWord;

    @SuppressWarnings("NullAway") // nobody attaches with it
    private ThreadState() {
        this.operations = null;
        this.chunk = null;
        this.tstate = 0;
        this.owner = null;
        this.ownerId = 0;
    }

    ThreadState(Operations operations, long tstate, @Nullable Thread owner) {
        this.operations = operations;
        this.chunk = Chunk.EMPTY;
        this.tstate = tstate;
        this.owner = owner == null ? null : new WeakReference<>(owner);
        this.ownerId = owner == null ? 0 : owner.threadId();
    }

    /** The thread of this state; null for a carrier of virtual threads, or when nothing but this knows the thread. */
    @Nullable
    Thread owner() {
        return owner == null ? null : owner.get();
    }

    /** Whether this is the state of one thread, and that has not ended. A carrier of virtual threads has none. */
    boolean isOwnerAlive() {
        Thread thread = owner();
        return thread != null && thread.isAlive();
    }

    /** The state of this thread, or null if it never was attached. */
    static @Nullable ThreadState ofThisThread() {
        return CURRENT.get();
    }

    static void setOfThisThread(@Nullable ThreadState state) {
        if (state == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(state);
        }
    }

    /** The state of this thread if it is attached, else null. */
    public static @Nullable ThreadState attachedOrNull() {
        ThreadState state = last;
        if (state.active == Thread.currentThread()) {
            return state;
        }
        state = CURRENT.get();
        return state != null && state.active == Thread.currentThread() ? state : null;
    }

    /** The state of this thread if it is attached, else {@link #NONE}. */
    static ThreadState orNone() {
        ThreadState state = attachedOrNull();
        return state != null ? state : NONE;
    }

    /**
     * The state of this thread.
     *
     * @throws IllegalStateException if it is not attached
     */
    public static ThreadState attached(String what) {
        ThreadState state = attachedOrNull();
        if (state == null) {
            throw Misuse.detached(what);
        }
        return state;
    }

    /** Whether this thread, and no other, is attached with this state. */
    public boolean isAttached() {
        return active == Thread.currentThread();
    }

    /** What the runtime of this state does with words. */
    public Operations operations() {
        return operations;
    }

    /** The level of the innermost region of an attached thread. */
    Level innermost() {
        return open(depth - 1);
    }

    /** One of the levels that are open. */
    Level open(int index) {
        return Objects.requireNonNull(levels[index], "an attached thread has a region");
    }

    /** Native scratch memory for the arguments of calls. */
    public Scratch scratch() {
        return scratch;
    }

    /** Native memory that holds what {@link dev.sanca.cpython.ffi.StackPointer} reads. */
    long registers() {
        if (registers == 0) {
            registers = Memory.allocate(StackPointer.BUFFER_BYTES);
        }
        return registers;
    }

    /** Where the stack pointer was when it was asked last whether the stack is exhausted. */
    public long stackPointer() {
        return stackPointer;
    }

    /** Whether its runtime is not CPython. */
    boolean isForeign() {
        return tstate == 0;
    }

    /** The {@code PyThreadState*}. */
    public long pointer() {
        return tstate;
    }

    /** Remembers a Java exception that goes into Python for a Python object, to recognise it when it comes back. */
    public void passing(PythonException error, long word) {
        passing = error;
        passingWord = word;
    }

    /** The remembered exception if it stands for {@code word}, else null; forgets it. */
    public @Nullable PythonException takePassed(long word) {
        PythonException error = passingWord == word ? passing : null;
        passing = null;
        passingWord = 0;
        return error;
    }

    /** The Java exception that went into Python last; null if it has come back. */
    public @Nullable PythonException passing() {
        return passing;
    }

    /** A runtime without an error indicator: keeps what is to be raised when the function that is running returns. */
    public void restore(Throwable error) {
        restored = error;
    }

    /** What is to be raised, once. */
    public @Nullable Throwable takeRestored() {
        Throwable error = restored;
        restored = null;
        return error;
    }

    /** Counts the depth of a chain of causes; false, and not counted, when it is {@code most} already. */
    public boolean enterCause(int most) {
        if (causes >= most) {
            return false;
        }
        causes++;
        return true;
    }

    /** Undoes {@link #enterCause}. */
    public void leaveCause() {
        causes--;
    }

    /** Makes this thread attached. */
    void enter() {
        operations.enter(this);
        active = Thread.currentThread();
        attaches++;
    }

    /** CPython: takes the GIL, unless other native code on this thread has taken it. */
    public void enterInterpreter() {
        heldOutside = current() == tstate;
        if (!heldOutside) {
            takeGil();
        }
        last = this;
        guardStack();
        PressureWatch.wake();
    }

    private void takeGil() {
        ceval_h.PyEval_RestoreThread(tstate);
        if (!pythons) {
            ThreadEnd.holdsGil();
        }
    }

    /** The thread state that runs on this thread, or 0. */
    private static long current() {
        return pystate_h.HAS_PyThreadState_GetUnchecked
                ? pystate_h.PyThreadState_GetUnchecked()
                : pystate_h._PyThreadState_UncheckedGet();
    }

    /** Gives up the GIL for a while, whoever has taken it; what to pass to {@link #resume}. */
    boolean suspend() {
        boolean outside = heldOutside;
        heldOutside = false;
        leave();
        return outside;
    }

    /** Undoes {@link #suspend}. */
    void resume(boolean outside) {
        enter();
        heldOutside = outside;
    }

    /** Puts this thread's limits of the stack in force. */
    void guardStack() {
        if (stackLimit == 0) {
            Stack.protect(this);
        }
        LeftError.start(leftError);
        if (limits != null) {
            StackGuard.start(limits);
        }
    }

    /** Undoes {@link #guardStack}: the {@code PyThreadState} may go. */
    private void stopGuarding() {
        LeftError.stop(leftError);
        if (limits != null) {
            StackGuard.stop(limits);
        }
    }

    /** Clears an error that Java had no stack to take. Attached, and nobody has set one on purpose. */
    public void clearLeftError() {
        LeftError.clear(leftError);
    }

    /** Makes this thread detached. */
    void leave() {
        active = null;
        passing = null;
        passingWord = 0;
        operations.leave(this);
    }

    /** CPython: gives up the GIL, unless it is other native code's to give up. */
    public void leaveInterpreter() {
        stopGuarding();
        if (heldOutside) {
            heldOutside = false;
            clearLeftError(); // others go on with this state
            return;
        }
        if (!pythons) {
            ThreadEnd.releasesGil();
        }
        ceval_h.PyEval_SaveThread();
    }

    /** Takes note that Python called this thread, which holds the GIL already. */
    public @Nullable Thread enterUpcall() {
        Thread before = active;
        active = Thread.currentThread();
        activation++;
        return before;
    }

    /** Undoes {@link #enterUpcall}. */
    public void leaveUpcall(@Nullable Thread before) {
        activation--;
        active = before;
    }

    /**
     * Gives back what the collector found unreachable in the regions of this activation. Code of users that runs in the middle
     * of an operation, such as a converter, need not have a region: then there is nothing to give back, since the operation
     * may be using the word of a reference that this code has closed or let go of.
     */
    void releaseUnreachable() {
        for (int i = depth; i > 0; ) {
            Level level = open(--i);
            if (level.activation != activation) {
                return;
            }
            level.releaseUnreachable();
            i = level.base ? 0 : i;
        }
    }

    /** Lets go of the chunks being filled in the regions of this activation. */
    void retireChunks() {
        for (int i = depth; i > 0; ) {
            Level level = open(--i);
            level.retire();
            i = level.base ? 0 : i;
        }
    }

    /** Gives back the counts of regions that the thread left open when it ended. Attached, on another thread. */
    void abandonRegions() {
        while (depth > 0) {
            innermost().close();
        }
        active = null;
        stopGuarding();
    }

    /** Frees what belongs to this object alone, after the end of its thread. */
    void free() {
        scratch.free();
        Memory.free(registers);
        registers = 0;
    }
}
