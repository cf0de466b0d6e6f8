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

    /** Below this address the thread does not attach, nor detach for a while. */
    long attachLimit;

    /** Where the stack pointer was when {@link Stack} measured it last. */
    long stackPointer;

    /** What {@link StackGuard} enforces while attached; null where CPython does by itself. */
    StackGuard.@Nullable Limits limits;

    /** What this thread's runtime does. */
    final Operations operations;

    /** Where Python keeps the pending error of this thread; null until found, and for other runtimes. */
    LeftError.@Nullable Place leftError;

    /** Whether {@link ThreadEnd} may write the thread's value by itself. */
    boolean writesEnd;

    /** Whether the thread that deletes dead states is about to delete this one. */
    boolean dying;

    /** Whether the {@code PyThreadState} was cleared, which happens once. */
    boolean cleared;

    /** Chunks of closed regions that an error has kept from being released, linked. */
    @Nullable
    Chunk unreleased;

    /** As {@link #unreleased}, of retired chunks. */
    @Nullable
    RetiredChunk unreleasedRetired;

    private long tstate;
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

    /** Binds it to its {@code PyThreadState}, once, before anything else uses it. */
    void bind(long pointer) {
        tstate = pointer;
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

    /**
     * Makes this thread attached.
     *
     * @throws StackOverflowError if so little stack is left that the thread could not be detached again; it is not attached
     */
    void enter() {
        Stack.checkAttach(this);
        enterChecked();
    }

    private void enterChecked() {
        operations.enter(this);
        active = Thread.currentThread();
        attaches++;
    }

    /** CPython: takes the GIL, unless other native code on this thread has taken it. As a whole, or not at all. */
    public void enterInterpreter() {
        boolean outside = current() == tstate;
        if (!outside) {
            ceval_h.PyEval_RestoreThread(tstate);
        }
        try {
            if (!outside && !pythons) {
                ThreadEnd.holdsGil(this);
            }
            guardStack();
            PressureWatch.wake();
        } catch (Throwable e) { // no memory
            if (!outside) {
                giveUpGil();
            }
            stopGuarding();
            throw e;
        }
        heldOutside = outside;
        last = this;
    }

    private void giveUpGil() {
        if (!pythons) {
            ThreadEnd.releasesGil(this);
        }
        ceval_h.PyEval_SaveThread();
    }

    /** The thread state that runs on this thread, or 0. */
    static long current() {
        return pystate_h.HAS_PyThreadState_GetUnchecked
                ? pystate_h.PyThreadState_GetUnchecked()
                : pystate_h._PyThreadState_UncheckedGet();
    }

    /**
     * Gives up the GIL for a while, whoever has taken it; what to pass to {@link #resume}.
     *
     * @throws StackOverflowError if so little stack is left that it could not be taken again; it is not given up
     */
    boolean suspend() {
        Stack.checkAttach(this);
        boolean outside = heldOutside;
        heldOutside = false;
        try {
            leave();
        } catch (Throwable e) {
            heldOutside = outside;
            throw e;
        }
        return outside;
    }

    /** Undoes {@link #suspend}, which has looked at the stack already. */
    void resume(boolean outside) {
        enterChecked();
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

    /** Makes this thread detached. What was attached here has the stack for it: see {@link #enter}. */
    void leave() {
        operations.leave(this);
        active = null;
        passing = null;
        passingWord = 0;
    }

    /** CPython: gives up the GIL, unless it is other native code's to give up. */
    public void leaveInterpreter() {
        if (heldOutside) {
            heldOutside = false;
            clearLeftError(); // others go on with this state
        } else {
            giveUpGil();
        }
        stopGuarding();
    }

    /** CPython: as {@link #leave}, and deletes the {@code PyThreadState}, which is cleared. Where memory ends, it stays. */
    void leaveAndDelete() {
        stopGuarding();
        active = null;
        ThreadEnd.releasesGil(this);
        try {
            pystate_h.PyThreadState_DeleteCurrent();
        } catch (Throwable e) {
            ceval_h.PyEval_SaveThread();
            throw e;
        }
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

    /** Decrements the counts of regions that the thread left open when it ended. Attached, on another thread. */
    void abandonRegions() {
        for (int before; (before = depth) > 0; ) {
            try {
                innermost().close();
            } catch (Throwable e) {
                if (depth >= before) {
                    throw e;
                }
            }
        }
        releaseLeft();
        active = null;
        stopGuarding();
    }

    /** Whether the counts of a closed region are left, because an error came between. */
    boolean hasUnreleased() {
        return unreleased != null || unreleasedRetired != null;
    }

    /** Decrements the counts that an error has left. Attached; may run Python code. */
    void releaseLeft() {
        for (Chunk c; (c = unreleased) != null; ) {
            unreleased = c.nextUnreleased;
            Level.release(this, c, null);
        }
        for (RetiredChunk r; (r = unreleasedRetired) != null; ) {
            unreleasedRetired = r.next;
            r.next = null;
            Level.release(this, r);
        }
    }

    /** Frees what belongs to this object alone, after the end of its thread. */
    void free() {
        scratch.free();
        Memory.free(registers);
        registers = 0;
    }
}
