package dev.sanca.own;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.libc;
import dev.sanca.cpython.ffi.pystate_h;

/**
 * Keeps Java → Python → Java → … from running out of stack.
 *
 * <p>The JVM cannot throw {@code StackOverflowError} at the entry of an upcall: it ends the process. So a reserve at the
 * far end of each thread's stack is kept for Java, and Python is stopped before it: by CPython itself where it can be told
 * ({@code PyUnstable_ThreadState_SetStackProtection}, 3.14.3), else by comparing the stack pointer on the way into Python
 * and into Java, with CPython's own count of recursion lowered on small stacks.
 *
 * <p><b>Source:</b> HotSpot's {@code StackOverflow} zones (about 100 KiB must be free at an upcall);
 * {@code Python/ceval.c}.
 */
public final class Stack {
    /** What must be left for Java at the entry of an upcall, and a little Python on the way to it. */
    private static final long RESERVE_BYTES = 192 << 10;

    /** The least that makes sense for Python above the reserve. */
    private static final long LEAST_BYTES = 64 << 10;

    /** What one level of CPython's recursion takes of the stack, at most, in a release build before 3.14. */
    private static final long BYTES_PER_LEVEL = 640;

    private static final int ATTRIBUTES_BYTES = 64;

    private static final boolean PROTECTS = pystate_h.HAS_PyUnstable_ThreadState_SetStackProtection;

    private Stack() {}

    /** Whether calls into Python must check the stack here because CPython does not. */
    public static final boolean CHECKS_CALLS = !PROTECTS;

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
        state.stackLimit = low + Math.min(RESERVE_BYTES, Math.max(size - LEAST_BYTES, size / 2));
        long left = low + size - state.stackLimit;
        if (PROTECTS) {
            pystate_h.PyUnstable_ThreadState_SetStackProtection(state.pointer(), state.stackLimit, left);
        } else {
            RecursionCounter.limit(state.pointer(), left / BYTES_PER_LEVEL);
        }
    }

    /** Whether so little stack is left that no further call should be made. */
    public static boolean isExhausted(ThreadState state) {
        return StackPointer.get(state) < state.stackLimit;
    }
}
