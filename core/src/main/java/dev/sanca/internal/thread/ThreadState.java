package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.LeftError;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.StackGuard;
import dev.sanca.internal.ffi.StackPointer;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.internal.reference.MisuseErrors;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.types.PyAny;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * One operating-system thread as Python knows it: its kept {@code PyThreadState}, whether it is attached, and its
 * innermost region.
 *
 * <p><b>Thread:</b> only the thread itself; {@link #active} may be read by others, to report misuse.
 */
public final class ThreadState extends ScopeStack {
    long attaches;

    /**
     * The thread of this state; null for a carrier of virtual threads. Weak, as a thread that has ended may hold what its body
     * returned or threw, and with that the counts in it.
     */
    private final @Nullable WeakReference<Thread> owner;

    /** The number of {@link #owner}, or 0. */
    final long ownerId;

    /** Whether the {@code PyThreadState} is someone else's to delete: the main thread's, or a Python thread's. */
    boolean nothingToDelete;

    /** Whether Python started the thread, and ends it. */
    boolean startedByPython;

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
    final ThreadRuntime operations;

    /** Where Python keeps the pending error of this thread; null until found, and for other runtimes. */
    LeftError.@Nullable Place leftError;

    /** Whether {@link ThreadEnd} may write the thread's value by itself. */
    boolean writesThreadEndKey;

    /** Whether the thread that deletes dead states is about to delete this one. */
    boolean isBeingDeleted;

    /** Whether the {@code PyThreadState} was cleared, which happens once. */
    boolean cleared;

    private long tstate;
    private final Scratch scratch = new Scratch();
    private boolean gilHeldByOthers;
    private long registers;
    private int causes;
    private @Nullable Throwable restored;
    private @Nullable Throwable passing;
    private long passingWord;

    ThreadState(ThreadRuntime operations, long tstate, @Nullable Thread owner) {
        this.operations = operations;
        this.tstate = tstate;
        this.owner = owner == null ? null : new WeakReference<>(owner);
        this.ownerId = owner == null ? 0 : owner.threadId();
    }

    /** Binds it to its {@code PyThreadState}, once, before anything else uses it. */
    void bind(long pointer) {
        tstate = pointer;
    }

    /** The thread of this state; null for a carrier of virtual threads, or when nothing but this knows the thread. */
    @Override
    protected @Nullable Thread owner() {
        return owner == null ? null : owner.get();
    }

    /** Whether this is the state of one thread, and that has not ended. A carrier of virtual threads has none. */
    boolean isOwnerAlive() {
        Thread thread = owner();
        return thread != null && thread.isAlive();
    }

    /** The state of this thread, or null if it never was attached. */
    static @Nullable ThreadState ofThisThreadOrNull() {
        return (ThreadState) ScopeStack.ofThisThread();
    }

    /** The state of this thread if it is attached, else null. */
    public static @Nullable ThreadState attachedOrNull() {
        return (ThreadState) ScopeStack.attachedStackOrNull();
    }

    /**
     * The state of this thread.
     *
     * @throws IllegalStateException if it is not attached
     */
    public static ThreadState attached(String what) {
        ThreadState state = attachedOrNull();
        if (state == null) {
            throw MisuseErrors.detached(what);
        }
        return state;
    }

    /**
     * The state of the thread that a reference belongs to. Of a closed reference, which a callback may have closed during a call
     * on it, the state of this thread.
     *
     * @throws IllegalStateException if the reference is closed and this thread not attached
     */
    public static ThreadState of(PyAny reference) {
        if (Refs.state(reference) instanceof ThreadState state) {
            return state;
        }
        throw Refs.misuse(reference);
    }

    /** The thread that is attached with this state, else null; of another thread, it may change at any time. */
    @Nullable
    Thread active() {
        return active;
    }

    /** What the runtime of this state does. */
    @Override
    public ThreadRuntime runtime() {
        return operations;
    }

    @Override
    protected long object(long word) {
        return operations.object(this, word);
    }

    @Override
    protected long chain(long first, long rest) {
        return operations.chain(this, first, rest);
    }

    /** Native scratch memory for the arguments of calls. */
    public Scratch scratch() {
        return scratch;
    }

    /** Native memory that holds what {@link dev.sanca.internal.ffi.StackPointer} reads. */
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
    public void passing(Throwable error, long word) {
        passing = error;
        passingWord = word;
    }

    /** The remembered exception if it stands for {@code word}, else null; forgets it. */
    public @Nullable Throwable takePassed(long word) {
        Throwable error = passingWord == word ? passing : null;
        passing = null;
        passingWord = 0;
        return error;
    }

    /** The Java exception that went into Python last; null if it has come back. */
    public @Nullable Throwable passing() {
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
        boolean heldByOthers = current() == tstate;
        if (!heldByOthers) {
            ceval_h.PyEval_RestoreThread(tstate);
        }
        try {
            if (!heldByOthers && !startedByPython) {
                ThreadEnd.noteGilTaken(this);
            }
            guardStack();
            PressureWatch.wake();
        } catch (Throwable e) { // no memory
            if (!heldByOthers) {
                releaseGil();
            }
            stopGuarding();
            throw e;
        }
        gilHeldByOthers = heldByOthers;
        attachedLast();
    }

    private void releaseGil() {
        if (!startedByPython) {
            ThreadEnd.noteGilReleased(this);
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
        boolean heldByOthers = gilHeldByOthers;
        gilHeldByOthers = false;
        try {
            leave();
        } catch (Throwable e) {
            gilHeldByOthers = heldByOthers;
            throw e;
        }
        return heldByOthers;
    }

    /** Undoes {@link #suspend}, which has looked at the stack already. */
    void resume(boolean heldByOthers) {
        enterChecked();
        gilHeldByOthers = heldByOthers;
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
        if (gilHeldByOthers) {
            gilHeldByOthers = false;
            clearLeftError(); // others go on with this state
        } else {
            releaseGil();
        }
        stopGuarding();
    }

    /** CPython: as {@link #leave}, and deletes the {@code PyThreadState}, which is cleared. */
    void leaveAndDelete() {
        stopGuarding();
        active = null;
        ThreadEnd.noteGilReleased(this);
        pystate_h.PyThreadState_DeleteCurrent();
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

    /** Releases the references of scopes that the thread left open when it ended. Attached, on another thread. */
    void abandonScopes() {
        closeAbandoned();
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
