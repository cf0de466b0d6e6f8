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
 * Keeps Java → Python → Java → … from running out of stack.
 *
 * <p>The JVM cannot throw {@code StackOverflowError} at the entry of an upcall: it ends the process. So Java gets the far
 * end of each thread's stack, and Python is stopped before it: by CPython itself where it can be told, else by
 * {@link StackGuard}; and an upcall that begins with too little for a Java function to do anything fails at once.
 *
 * <table>
 * <caption>A thread's stack, from its far end</caption>
 * <tr><th>up to</th><th>holds</th></tr>
 * <tr><td>96 KiB</td><td>HotSpot's guard zones and the shadow that every Java method must leave free below it: a call
 *     from Java into C always finds about this much</td></tr>
 * <tr><td>124 KiB</td><td>CPython 3.14's limit. Below it calls fail, and objects wait for their end; the first is true
 *     down to 92 KiB only, further below CPython takes the limit for wrong</td></tr>
 * <tr><td>192 KiB</td><td>upcalls begin and fail: what they need is above 124 KiB</td></tr>
 * </table>
 *
 * <p>A runtime other than CPython shares the stack with Java, and where it ends something is left half done: a class whose
 * initialisation meets the end is lost for the life of the JVM. So such a runtime is called with a quarter of the stack left,
 * at least 64 KiB and at most 256 KiB beyond HotSpot's share, and what it calls begins 32 KiB above that.
 *
 * <p><b>Source:</b> HotSpot's {@code stackOverflow.hpp}; CPython 3.14's {@code pycore_ceval.h} and
 * {@code Python/ceval.c}.
 */
public final class Stack {
    /** No function of Java begins below this. */
    private static final long JAVA_BYTES = 192 << 10;

    /** What HotSpot keeps for itself. */
    private static final long HOTSPOT_BYTES = 96 << 10;

    /** Where CPython 3.14 makes its calls fail; upcalls that begin above it have room to fail in Java. */
    private static final long PYTHON_BYTES = 124 << 10;

    /**
     * What a thread that attaches, or detaches for a while, has left for Java at least: all of attaching and detaching again
     * takes less, interpreted, so that no part of it fails for want of stack.
     */
    private static final long ATTACH_BYTES = 32 << 10;

    /** As {@link #ATTACH_BYTES}, where it is only detached: less, so that whoever could attach can close from the same method. */
    private static final long LEAVE_BYTES = 16 << 10;

    private static final long LEAST_FOR_RUNTIME = 64 << 10;
    private static final long MOST_FOR_RUNTIME = 256 << 10;

    /** How far above the limit of a runtime's operations functions of Java begin. */
    private static final long ABOVE_RUNTIME = 32 << 10;

    /** CPython 3.14 sets its limit 32 KiB above the start it is told, and 16 KiB above one that ends the process. */
    private static final long PYTHON_START_BYTES = 92 << 10;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private Stack() {}

    /** Sets the limits of the running thread. Attached, once per thread. */
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
        state.stackLimit = low + JAVA_BYTES; // last: a state that failed before this is protected anew
    }

    /**
     * The address below which this thread does not attach. For a thread that has no state yet: measures, and takes nothing.
     *
     * @throws StackOverflowError if the thread is below it already
     */
    static long attachLimit() {
        StackProbe.touch(StackProbe.FEW); // what is allocated here is freed here
        long limit = StackBounds.ofThisThread().low() + HOTSPOT_BYTES + ATTACH_BYTES;
        if (measureOnce() < limit) {
            throw noStackToAttach();
        }
        return limit;
    }

    /**
     * Before a thread attaches, or gives up the GIL to take it again: the rest of it should not end in the middle.
     *
     * @throws StackOverflowError if too little is left; nothing was done
     */
    static void checkAttach(ThreadState state) {
        if (state.isForeign()) {
            checkRuntime(state);
        } else if (measure(state) < state.attachLimit) {
            throw noStackToAttach();
        }
    }

    /**
     * Before a thread closes what keeps it attached.
     *
     * @throws StackOverflowError if too little is left; nothing was done
     */
    static void checkLeave(ThreadState state) {
        if (state.isForeign()) {
            checkRuntime(state);
        } else if (measure(state) < state.attachLimit - (ATTACH_BYTES - LEAVE_BYTES)) {
            throw noStackToAttach();
        }
    }

    /** Whether a thread that has no state, or is a carrier whose state is not known, has no stack for a call into C and back. */
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

    /** Whether so little stack is left that no further call should be made. */
    public static boolean isExhausted(ThreadState state) {
        return isExhausted(state, 0);
    }

    /**
     * Before an operation of a runtime other than CPython: it runs on Java's stack, which should not end in the middle of
     * what it does, or of Sanca's part of it.
     *
     * @throws StackOverflowError if too little is left for one
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

    /** A thread of another runtime has its stack, a virtual one for the moment that of its carrier. */
    private static long foreignLimit(ThreadState state) {
        if (!LINUX) { // the only system whose C library is asked; elsewhere Java finds out by itself
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
