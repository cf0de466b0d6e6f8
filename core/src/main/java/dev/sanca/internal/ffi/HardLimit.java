package dev.sanca.internal.ffi;

/**
 * The hard limit of the C stack in CPython 3.14 and later ({@code c_stack_hard_limit}): a call that begins beyond it
 * ends the process. It is meant for C code that ignores the soft limit. Java frames between two calls into Python can
 * cross it unnoticed, so Sanca disables it and keeps only the soft limit.
 *
 * @implNote The place of the fields in the thread state is found by comparison, not assumed: three consecutive words,
 *     of which the first is the stack top that was just set, and the other two are where CPython puts its limits
 *     ({@code tstate_set_stack} in {@code Python/ceval.c}).
 */
public final class HardLimit {
    private static final int SEARCHED_BYTES = 1024;

    /** An address below every stack, and above the margin that debug builds subtract from it. */
    private static final long NONE = 1 << 20;

    private static int offset;

    private HardLimit() {}

    /**
     * Disables the hard limit of a thread state.
     *
     * @param top the top of the stack that was set for the state
     * @return whether the limit was found
     */
    public static boolean lift(long tstate, long top) {
        int at = offset;
        if (at == 0 || !isAt(tstate + at, top)) {
            at = find(tstate, top);
            if (at == 0) {
                return false;
            }
            offset = at;
        }
        Memory.putLong(tstate + at + 16, NONE);
        return true;
    }

    private static int find(long tstate, long top) {
        for (int at = 8; at < SEARCHED_BYTES; at += 8) {
            if (isAt(tstate + at, top)) {
                return at;
            }
        }
        return 0;
    }

    private static boolean isAt(long address, long top) {
        long soft = Memory.getLong(address + 8);
        long hard = Memory.getLong(address + 16);
        return Memory.getLong(address) == top && soft < top && hard < soft && hard > soft - (1 << 20);
    }
}
