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
 * The state of one thread in one runtime: the {@code PyThreadState} that is kept for it, whether the thread is attached, and
 * the thread's open scopes and pending exceptions, which the superclasses have.
 *
 * <p><b>Thread:</b> only the thread itself. Other threads may read {@link #active} to report misuse.
 */
public final class ThreadState extends CrossingErrors {
    long attaches;

    /**
     * The thread of this state; null for a carrier of virtual threads. The reference is weak, because an ended thread may keep
     * the result or exception of its body reachable, and the counts in them.
     */
    private final @Nullable WeakReference<Thread> owner;

    /** The thread id of {@link #owner}, or 0. */
    final long ownerId;

    /**
     * Whether Sanca has no {@code PyThreadState} to delete for this state: Python deletes those of the main thread and of its
     * own threads; and after Sanca has deleted one.
     */
    boolean nothingToDelete;

    /** Whether Python started the thread. */
    boolean startedByPython;

    /**
     * Whether the frames at the bottom of this thread's stack are those of C code that Java did not call. Then no second stack
     * is used for C.
     */
    boolean calledByC;

    /** The kernel's id of the thread. */
    int osThread;

    /** The {@code pthread_t}, valid while the thread lives. */
    long pthread;

    /** The address below which the stack pointer is too deep for further calls; 0 until it is measured. */
    long stackLimit;

    /** The address below which the thread does not attach, nor detach for a while. */
    long attachLimit;

    /** The stack pointer that {@link Stack} has measured last. */
    long stackPointer;

    /** The limits that {@link StackGuard} enforces while the thread is attached; null where CPython enforces its own. */
    StackGuard.@Nullable Limits limits;

    /** The runtime of this state. */
    final ThreadRuntime operations;

    /** The place where Python keeps the pending error of this thread; null until it is found, and for other runtimes. */
    LeftError.@Nullable Place leftError;

    /** Whether {@link ThreadEnd} may write the thread's value directly, without a call. */
    boolean writesThreadEndKey;

    /** Whether the {@link Reaper} is about to delete this state. */
    boolean isBeingDeleted;

    /** Whether the {@code PyThreadState} was cleared, which must happen once only. */
    boolean cleared;

    /** What the pinned virtual thread that is attached with this state of a carrier keeps; null between bodies. */
    @Nullable
    VirtualThreadContext virtualThread;

    /** What is to stop the Python code of this thread. */
    final Stops stops = new Stops(this);

    private long tstate;
    private final Scratch scratch = new Scratch();
    private boolean gilHeldByOthers;
    private long registers;

    ThreadState(ThreadRuntime operations, long tstate, @Nullable Thread owner) {
        this.operations = operations;
        this.tstate = tstate;
        this.owner = owner == null ? null : new WeakReference<>(owner);
        this.ownerId = owner == null ? 0 : owner.threadId();
    }

    /** Sets the {@code PyThreadState}; once, before anything else uses this state. */
    void bind(long pointer) {
        tstate = pointer;
    }

    /** Returns the thread of this state; null for a carrier of virtual threads, and when the thread has been collected. */
    @Override
    protected @Nullable Thread owner() {
        return owner == null ? null : owner.get();
    }

    /**
     * Returns whether the owner of this state has not ended. False for the state of a carrier of virtual threads, which has no
     * owner.
     */
    boolean isOwnerAlive() {
        Thread thread = owner();
        return thread != null && thread.isAlive();
    }

    /** Returns the state of this thread, or null if the thread was never attached. */
    static @Nullable ThreadState ofThisThreadOrNull() {
        return (ThreadState) ScopeStack.ofThisThread();
    }

    /** Returns the state of this thread if it is attached, else null. */
    public static @Nullable ThreadState attachedOrNull() {
        return (ThreadState) ScopeStack.attachedStackOrNull();
    }

    /**
     * Returns the state of this thread.
     *
     * @param what the operation that needs it, for the message
     *
     * @throws IllegalStateException if the thread is not attached
     */
    public static ThreadState attached(String what) {
        ThreadState state = attachedOrNull();
        if (state == null) {
            throw MisuseErrors.detached(what);
        }
        return state;
    }

    /**
     * Returns the state of the thread that a reference belongs to. For a closed reference, which a callback may have closed
     * during a call on it, returns the state of this thread.
     *
     * @throws IllegalStateException if the reference is closed and this thread is not attached
     */
    public static ThreadState of(PyAny reference) {
        if (Refs.state(reference) instanceof ThreadState state) {
            return state;
        }
        throw Refs.misuse(reference);
    }

    /**
     * Returns the thread that is attached with this state, or null. When another thread asks, the answer may change at any
     * time.
     */
    @Nullable
    Thread active() {
        return active;
    }

    /** Returns the runtime of this state. */
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

    /** Returns what is to stop the Python code of this thread. */
    public Stops stops() {
        return stops;
    }

    /** Returns native scratch memory for the arguments of calls. */
    public Scratch scratch() {
        return scratch;
    }

    /** Returns the native memory into which {@link dev.sanca.internal.ffi.StackPointer} stores the registers. */
    long registers() {
        if (registers == 0) {
            registers = Memory.allocate(StackPointer.BUFFER_BYTES);
        }
        return registers;
    }

    /** Returns the stack pointer that the last check of the stack has measured. */
    public long stackPointer() {
        return stackPointer;
    }

    /** Returns whether the runtime of this state is not CPython. */
    boolean isForeign() {
        return tstate == 0;
    }

    /** Returns the {@code PyThreadState*}. */
    public long pointer() {
        return tstate;
    }

    /**
     * Attaches this thread.
     *
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; then it is not attached
     */
    void enter() {
        Stack.checkAttach(this);
        enterChecked();
    }

    private void enterChecked() {
        operations.enter(this);
        if (stops.isRequested()) {
            stops.withdraw(); // requested while the thread detached
        }
        active = Thread.currentThread();
        attaches++;
    }

    /**
     * For CPython: takes the GIL, unless other native code on this thread has taken it. If this throws, the GIL is as it was.
     */
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

    /** Returns the {@code PyThreadState*} that is current on this thread, or 0. */
    static long current() {
        return pystate_h.HAS_PyThreadState_GetUnchecked
                ? pystate_h.PyThreadState_GetUnchecked()
                : pystate_h._PyThreadState_UncheckedGet();
    }

    /**
     * Releases the GIL for a while, also if other code on this thread has taken it. Returns the argument for {@link #resume}.
     *
     * @throws StackOverflowError if so little stack is left that the GIL could not be taken again; then it is not released
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

    /** Reverses {@link #suspend}, which has checked the stack already. */
    void resume(boolean heldByOthers) {
        enterChecked();
        gilHeldByOthers = heldByOthers;
    }

    /** Starts to enforce the limits of this thread's stack. */
    void guardStack() {
        if (stackLimit == 0) {
            Stack.protect(this);
        }
        LeftError.start(leftError);
        if (limits != null) {
            StackGuard.start(limits);
        }
    }

    /** Reverses {@link #guardStack}: afterwards the {@code PyThreadState} may be deleted. */
    private void stopGuarding() {
        LeftError.stop(leftError);
        if (limits != null) {
            StackGuard.stop(limits);
        }
    }

    /**
     * Clears a pending error that Java had too little stack to fetch. The thread is attached, and no error was set on purpose.
     */
    public void clearLeftError() {
        LeftError.clear(leftError);
    }

    /** Detaches this thread. {@link #enter} has checked that there is enough stack for this. */
    void leave() {
        if (stops.isRequested()) {
            stops.withdraw();
        }
        operations.leave(this);
        active = null;
        forgetPassing();
    }

    /** For CPython: releases the GIL, unless other native code on this thread has taken it. */
    public void leaveInterpreter() {
        if (gilHeldByOthers) {
            gilHeldByOthers = false;
            clearLeftError(); // the other code goes on with this PyThreadState
        } else {
            releaseGil();
        }
        stopGuarding();
    }

    /**
     * For CPython: detaches this thread, and deletes the {@code PyThreadState}, which must be cleared. If memory ends first, the
     * {@code PyThreadState} stays.
     */
    void leaveAndDelete() {
        stopGuarding();
        active = null;
        ThreadEnd.noteGilReleased(this);
        try {
            pystate_h.PyThreadState_DeleteCurrent();
        } catch (Throwable e) {
            ceval_h.PyEval_SaveThread();
            throw e;
        }
    }

    /**
     * Records that Python has called Java on this thread, which holds the GIL already. Returns the argument for
     * {@link #leaveUpcall}.
     */
    public @Nullable Thread enterUpcall() {
        Thread before = active;
        active = Thread.currentThread();
        activation++;
        return before;
    }

    /** Reverses {@link #enterUpcall}. */
    public void leaveUpcall(@Nullable Thread before) {
        activation--;
        active = before;
    }

    /**
     * Releases the references of scopes that the thread of this state left open when it ended. The caller is another thread,
     * attached.
     */
    void abandonScopes() {
        closeAbandoned();
        active = null;
        stopGuarding();
    }

    /** Frees the native memory of this object, after the end of its thread. */
    void free() {
        scratch.free();
        Memory.free(registers);
        registers = 0;
    }
}
