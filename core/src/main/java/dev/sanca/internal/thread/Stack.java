package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.CStack;
import dev.sanca.internal.ffi.HardLimit;
import dev.sanca.internal.ffi.LeftError;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.RecursionCounter;
import dev.sanca.internal.ffi.StackBounds;
import dev.sanca.internal.ffi.StackGuard;
import dev.sanca.internal.ffi.StackPointer;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pystate_h;

/**
 * Stops calls that nest Java and Python before they run out of stack.
 *
 * <p>The JVM cannot throw {@code StackOverflowError} at the entry of an upcall: it ends the process. So the far end of each
 * thread's stack is reserved for Java, and Python is stopped before it: by CPython itself where CPython has a limit that can be
 * set, else by {@link StackGuard}. An upcall that begins with too little stack for a Java function fails at once.
 *
 * <table>
 * <caption>A thread's stack, from its far end</caption>
 * <tr><th>up to</th><th>holds</th></tr>
 * <tr><td>96 KiB</td><td>HotSpot's guard zones, and the shadow zone that every Java method must leave free below it: a call
 * from Java into C always finds about this much</td></tr>
 * <tr><td>124 KiB</td><td>CPython 3.14's limit. Below it calls fail, and the deallocation of objects is postponed. Calls fail
 * down to 92 KiB only; further below CPython assumes that the limit is wrong</td></tr>
 * <tr><td>192 KiB</td><td>upcalls that begin here and fail: what they need to fail is above 124 KiB</td></tr>
 * </table>
 *
 * <p>A runtime other than CPython shares the stack with Java. Where the stack ends, code is left half done: a class whose
 * initialisation runs out of stack can never be used again in its JVM. So such a runtime is called only while a quarter of the
 * stack is left, at least 64 KiB and at most 256 KiB beyond HotSpot's share. Functions of Java that it calls begin 32 KiB above
 * that.
 *
 * <p><b>Source:</b> HotSpot's {@code stackOverflow.hpp}; CPython 3.14's {@code pycore_ceval.h} and
 * {@code Python/ceval.c}.
 */
public final class Stack {
    /** How far from the end of the stack functions of Java must begin. */
    private static final long JAVA_BYTES = 192 << 10;

    /** How much of the end of the stack HotSpot reserves. */
    private static final long HOTSPOT_BYTES = 96 << 10;

    /** How far from the end of the stack CPython 3.14 lets calls fail. Upcalls that begin above it have room to fail in Java. */
    private static final long PYTHON_BYTES = 124 << 10;

    /**
     * How much stack for Java a thread must have left to attach, or to detach for a while. To attach and to detach again takes
     * less than this, even interpreted, so that no part of it fails for want of stack.
     */
    private static final long ATTACH_BYTES = 32 << 10;

    /**
     * How much stack for Java a thread must have left to detach: less than {@link #ATTACH_BYTES}, so that a method that could
     * attach can also detach.
     */
    private static final long LEAVE_BYTES = 16 << 10;

    private static final long LEAST_FOR_RUNTIME = 64 << 10;
    private static final long MOST_FOR_RUNTIME = 256 << 10;

    /** How far above the limit for a runtime's operations functions of Java begin. */
    private static final long ABOVE_RUNTIME = 32 << 10;

    /**
     * The start of the stack that is passed to CPython 3.14, from the real end. CPython sets its limit 32 KiB above that start,
     * and 16 KiB above it a limit below which it ends the process.
     */
    private static final long PYTHON_START_BYTES = 92 << 10;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private Stack() {}

    /** Sets the limits of the running thread, which is attached. Called once for each thread. */
    static void protect(ThreadState state) {
        StackBounds bounds = StackBounds.ofThisThread();
        long low = bounds.low();
        state.leftError = LeftError.of(state.pointer());
        CStack cStack = state.calledByC ? null : CStack.ofThisThread(low + PYTHON_BYTES);
        if (StackGuard.ACTIVE) {
            state.limits = RecursionCounter.limits(state.pointer(), state.registers(), low, cStack);
        } else if (cStack != null) {
            protect(state, cStack.pythonLow(), cStack.high());
        } else {
            protect(state, low + PYTHON_START_BYTES, bounds.high());
        }
        // Last, so that a state for which an earlier step failed is protected again.
        state.stackLimit = low + JAVA_BYTES;
    }

    /**
     * Returns the address below which this thread does not attach. For a thread that has no state yet: keeps nothing that it
     * allocates.
     *
     * @throws StackOverflowError if the stack pointer is below it already
     */
    static long attachLimit() {
        StackProbe.touch(StackProbe.FEW); // so that what is allocated here is also freed
        long limit = StackBounds.ofThisThread().low() + HOTSPOT_BYTES + ATTACH_BYTES;
        if (measureOnce() < limit) {
            throw noStackToAttach();
        }
        return limit;
    }

    /**
     * Checks the stack before a thread attaches, or releases the GIL for a while, so that neither fails half done.
     *
     * @throws StackOverflowError if too little stack is left; nothing has changed
     */
    static void checkAttach(ThreadState state) {
        if (state.isForeign()) {
            checkRuntime(state);
        } else if (measure(state) < state.attachLimit) {
            throw noStackToAttach();
        }
    }

    /**
     * Checks the stack before a thread closes its outermost token and detaches.
     *
     * @throws StackOverflowError if too little stack is left; nothing has changed
     */
    static void checkLeave(ThreadState state) {
        if (state.isForeign()) {
            checkRuntime(state);
        } else if (measure(state) < state.attachLimit - (ATTACH_BYTES - LEAVE_BYTES)) {
            throw noStackToAttach();
        }
    }

    /**
     * Returns whether this thread has no stack left for a call into C and back. For a thread that has no state, and for a
     * carrier whose state is not known.
     */
    static boolean isExhausted() {
        StackProbe.touch(StackProbe.FEW);
        return measureOnce() < StackBounds.ofThisThread().low() + JAVA_BYTES;
    }

    private static long measureOnce() {
        long registers = Memory.allocate(StackPointer.BUFFER_BYTES);
        try {
            return StackPointer.get(registers);
        } finally {
            Memory.free(registers);
        }
    }

    private static StackOverflowError noStackToAttach() {
        return new StackOverflowError("no stack left to attach this thread to Python, or to detach it");
    }

    private static void protect(ThreadState state, long start, long high) {
        pystate_h.PyUnstable_ThreadState_SetStackProtection(state.pointer(), start, high - start);
        HardLimit.lift(state.pointer(), high);
    }

    /** Returns whether so little stack is left that no further call should be made. */
    public static boolean isExhausted(ThreadState state) {
        return isExhausted(state, 0);
    }

    /**
     * Checks the stack before an operation of a runtime other than CPython. Such a runtime runs on Java's stack, which should
     * not end in the middle of an operation, whether in the runtime's part or in Sanca's.
     *
     * @throws StackOverflowError if too little stack is left for an operation
     */
    public static void checkRuntime(ThreadState state) {
        if (isExhausted(state, ABOVE_RUNTIME)) {
            throw new StackOverflowError("no stack left for a call from Java into Python");
        }
    }

    private static boolean isExhausted(ThreadState state, long further) {
        long limit = state.isForeign() ? foreignLimit(state) : state.stackLimit;
        return limit != 0 && measure(state) < limit - further;
    }

    private static long measure(ThreadState state) {
        long pointer = StackPointer.get(state.registers());
        state.stackPointer = pointer;
        return pointer;
    }

    /** Returns the limit for a thread of another runtime. A virtual thread uses the limit of its present carrier. */
    private static long foreignLimit(ThreadState state) {
        if (!LINUX) { // bounds are read on Linux only; elsewhere Java throws StackOverflowError by itself
            return 0;
        }
        long self = libc.pthread_self();
        if (state.pthread != self) {
            state.pthread = self;
            StackBounds bounds = StackBounds.ofThisThread();
            long quarter = (bounds.high() - bounds.low() - HOTSPOT_BYTES) / 4;
            long share = Math.clamp(quarter, LEAST_FOR_RUNTIME, MOST_FOR_RUNTIME);
            state.stackLimit = bounds.low() + HOTSPOT_BYTES + share + ABOVE_RUNTIME;
        }
        return state.stackLimit;
    }
}
