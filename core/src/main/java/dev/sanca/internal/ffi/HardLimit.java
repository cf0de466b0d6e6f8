package dev.sanca.internal.ffi;

/**
 * CPython 3.14's second limit of the stack, below the first: a call that begins beyond it ends the process. It is meant for
 * C code that ignores the first; Java code between two calls cannot know it. So it is taken away, and only the first stays.
 *
 * @implNote The fields' place in the thread state is not assumed but found: three words that follow each other, of which
 *     the first is the top that was just set and the others are where CPython puts its limits.
 */
public final class HardLimit {
    private static final int LOOK_AT_BYTES = 1024;

    /** Below every stack, and above the margin that debug builds take from it. */
    private static final long NONE = 1 << 20;

    private static int offset;

    private HardLimit() {}

    /** Takes the limit away from a thread state with this top of the stack; false if it was not found. */
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
        for (int at = 8; at < LOOK_AT_BYTES; at += 8) {
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
