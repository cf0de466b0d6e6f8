package dev.sanca.own;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.ceval_h;
import dev.sanca.cpython.ffi.object_h;

/**
 * CPython's own count of nested C calls, in its thread state, before 3.14: lowered on threads whose stack is too small for
 * CPython's idea of it.
 *
 * @implNote The field's place is not assumed but found: it is the one {@code int} at the start of the thread state that
 *     {@code Py_EnterRecursiveCall} changes by one and {@code Py_LeaveRecursiveCall} changes back.
 */
final class RecursionCounter {
    private static final int LOOK_AT_BYTES = 160;
    private static final int COUNTS_UP_BELOW = 100;

    private static int offset = -1;
    private static boolean looked;

    private RecursionCounter() {}

    /** Makes sure that at most about {@code levels} nested calls are left. Attached. */
    static void limit(long tstate, long levels) {
        if (!find(tstate)) {
            return;
        }
        int count = Memory.getInt(tstate + offset);
        if (count < COUNTS_UP_BELOW) {
            int unused = (int) Math.max(0, recursionLimit() - levels); // 3.10 counts up to the limit
            Memory.putInt(tstate + offset, count + unused);
        } else if (count > levels) {
            Memory.putInt(tstate + offset, (int) levels); // later versions count down to zero
        }
    }

    private static int recursionLimit() {
        return ceval_h.Py_GetRecursionLimit();
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
        }
        return offset >= 0;
    }

    private static int[] read(long tstate) {
        int[] ints = new int[LOOK_AT_BYTES / 4];
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
