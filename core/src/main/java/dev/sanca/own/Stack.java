package dev.sanca.own;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.StackGuard;
import dev.sanca.cpython.ffi.StackPointer;
import dev.sanca.cpython.ffi.libc;
import dev.sanca.cpython.ffi.pystate_h;

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
 * <p><b>Source:</b> HotSpot's {@code stackOverflow.hpp}; CPython 3.14's {@code pycore_ceval.h} and
 * {@code Python/ceval.c}.
 */
public final class Stack {
    /** No function of Java begins below this. */
    private static final long JAVA_BYTES = 192 << 10;

    /** CPython 3.14 sets its limit 32 KiB above the start it is told, and 16 KiB above one that ends the process. */
    private static final long PYTHON_START_BYTES = 92 << 10;

    private static final int ATTRIBUTES_BYTES = 64;

    private Stack() {}

    /** Sets the limits of the running thread. Attached, once per thread. */
    static void protect(ThreadState state) {
        long attributes = Memory.allocate(ATTRIBUTES_BYTES + 16);
        long low;
        long size;
        try {
            libc.pthread_getattr_np(libc.pthread_self(), attributes);
            libc.pthread_attr_getstack(attributes, attributes + ATTRIBUTES_BYTES, attributes + ATTRIBUTES_BYTES + 8);
            low = Memory.getLong(attributes + ATTRIBUTES_BYTES);
            size = Memory.getLong(attributes + ATTRIBUTES_BYTES + 8);
            libc.pthread_attr_destroy(attributes);
        } finally {
            Memory.free(attributes);
        }
        state.stackLimit = low + JAVA_BYTES;
        if (StackGuard.ACTIVE) {
            state.limits = RecursionCounter.limits(state.pointer(), state.registers(), low);
        } else {
            long start = low + PYTHON_START_BYTES;
            pystate_h.PyUnstable_ThreadState_SetStackProtection(state.pointer(), start, low + size - start);
            HardLimit.lift(state.pointer(), low + size);
        }
    }

    /** Whether so little stack is left that no further call should be made. */
    public static boolean isExhausted(ThreadState state) {
        return StackPointer.get(state.registers()) < state.stackLimit;
    }
}
