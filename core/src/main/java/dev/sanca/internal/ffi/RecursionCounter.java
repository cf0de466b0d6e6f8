package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * CPython's counter of nested C calls in the thread state, before 3.14. {@link StackGuard} adjusts it to the free
 * stack.
 *
 * @implNote The place of the counter is found by comparison, not assumed: it is the one {@code int} at the start of the
 *     thread state that {@code Py_EnterRecursiveCall} changes by one and {@code Py_LeaveRecursiveCall} changes back.
 */
public final class RecursionCounter {
    private static final int SEARCHED_BYTES = 160;

    private static int offset = -1;
    private static boolean looked;
    private static boolean countsUp;

    private RecursionCounter() {}

    /**
     * Returns the limits of a thread. The thread is attached.
     *
     * @param tstate the thread state of this thread
     * @param registers memory for {@link StackPointer}
     * @param low the lowest address of Java's stack
     * @param cStack the C stack of the thread; null if C code runs on Java's stack
     */
    public static StackGuard.Limits limits(long tstate, long registers, long low, @Nullable CStack cStack) {
        if (!find(tstate)) {
            return new StackGuard.Limits(registers, low, cStack, 0, false);
        }
        long counter = tstate + offset;
        return new StackGuard.Limits(registers, low, cStack, counter, countsUp);
    }

    private static synchronized boolean find(long tstate) {
        if (!looked) {
            looked = true;
            int[] before = read(tstate);
            long where = Memory.constant("");
            if (object_h.Py_EnterRecursiveCall(where) != 0) {
                return false;
            }
            int[] inside = read(tstate);
            object_h.Py_LeaveRecursiveCall();
            int[] after = read(tstate);
            offset = onlyChange(before, inside, after);
            countsUp = offset >= 0 && inside[offset / 4] > before[offset / 4];
        }
        return offset >= 0;
    }

    private static int[] read(long tstate) {
        int[] ints = new int[SEARCHED_BYTES / 4];
        Memory.copy(tstate, ints, 0, ints.length);
        return ints;
    }

    private static int onlyChange(int[] before, int[] inside, int[] after) {
        int found = -1;
        for (int i = 0; i < before.length; i++) {
            if (before[i] != inside[i]) {
                if (found >= 0 || Math.abs(before[i] - inside[i]) != 1 || before[i] != after[i]) {
                    return -1;
                }
                found = 4 * i;
            }
        }
        return found;
    }
}
