package dev.sanca.internal.ffi;

/**
 * The bit by which CPython 3.12 and later note that a thread state is the one that {@code PyGILState_Ensure} finds on its
 * thread. CPython unbinds a state that it deletes from the thread that deletes it, although it was another's; a debug build
 * ends the process over that. Without the bit there is nothing to unbind.
 *
 * @implNote The bit's place is not assumed but found: in the thread state, some {@code int} has more bits while attached
 *     than detached, and detached one bit more than a state that is not the one of its thread.
 *
 * <p><b>Source:</b> {@code _status} in CPython's {@code cpython/pystate.h}; {@code unbind_gilstate_tstate} in
 * {@code Python/pystate.c}.
 */
public final class GilStateBinding {
    private static final int LOOK_AT_BYTES = 160;

    private static int offset;
    private static int bit;

    private GilStateBinding() {}

    /**
     * Finds the bit, where there is one. On the thread that has just started the interpreter, attached with the state that
     * is its own.
     *
     * @implNote Makes the second state of the interpreter. A free-threaded CPython 3.13 stops all threads for that, and may
     *     stand still if several attach for the first time meanwhile; here, none can.
     */
    public static void find(long interpreter, long own) {
        long second = pystate_h.PyThreadState_New(interpreter);
        if (second == 0) {
            throw new OutOfMemoryError("Python could not allocate a thread state");
        }
        int[] attached = read(own);
        ceval_h.PyEval_SaveThread();
        int[] detached = read(own);
        ceval_h.PyEval_RestoreThread(own);
        int[] unbound = read(second);
        pystate_h.PyThreadState_Clear(second);
        pystate_h.PyThreadState_Delete(second);
        for (int i = 0; i < attached.length && bit == 0; i++) {
            if (hasMore(attached[i], detached[i])
                    && hasMore(detached[i], unbound[i])
                    && Integer.bitCount(detached[i] ^ unbound[i]) == 1) {
                offset = 4 * i;
                bit = detached[i] ^ unbound[i];
            }
        }
    }

    /** Makes a state of an ended thread nobody's. Attached, with another. */
    public static void undo(long tstate) {
        if (bit != 0) {
            Memory.putInt(tstate + offset, Memory.getInt(tstate + offset) & ~bit);
        }
    }

    private static boolean hasMore(int bits, int than) {
        return (bits & than) == than && bits != than;
    }

    private static int[] read(long tstate) {
        int[] ints = new int[LOOK_AT_BYTES / 4];
        Memory.copy(tstate, ints, 0, ints.length);
        return ints;
    }
}
