package dev.sanca.internal.ffi;

/**
 * The flag by which CPython 3.12 and later mark the thread state that {@code PyGILState_Ensure} finds on its thread.
 *
 * <p>When CPython deletes a thread state with the flag, it clears the binding of the <em>deleting</em> thread, although
 * the state was bound to another one; a debug build aborts the process. So Sanca clears the flag before it deletes the
 * state of an ended thread.
 *
 * <p><b>Source:</b> {@code _status} in CPython's {@code Include/cpython/pystate.h}; {@code unbind_gilstate_tstate} in
 * {@code Python/pystate.c}.
 *
 * @implNote The place of the flag is found by comparison, not assumed: the thread state has an {@code int} with more
 *     bits set while attached than while detached, and, while detached, with one bit more than a state that is not
 *     bound.
 */
public final class GilStateBinding {
    private static final int SEARCHED_BYTES = 160;

    private static int offset;
    private static int bit;

    private GilStateBinding() {}

    /**
     * Finds the flag, if this Python has it. Must be called once, on the thread that has just started the interpreter,
     * attached with the state that is bound to it.
     *
     * @param interpreter the main interpreter
     * @param own the thread state of this thread
     * @throws OutOfMemoryError if Python cannot allocate a thread state
     * @implNote Creates a second thread state. A free-threaded CPython 3.13 stops all threads for that and may deadlock
     *     if several threads attach for the first time meanwhile; at this point no other thread can.
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

    /**
     * Clears the binding between a thread state and its ended thread, so that it can be deleted. The caller is attached
     * with another state.
     */
    public static void undo(long tstate) {
        if (bit != 0) {
            Memory.putInt(tstate + offset, Memory.getInt(tstate + offset) & ~bit);
        }
    }

    private static boolean hasMore(int bits, int than) {
        return (bits & than) == than && bits != than;
    }

    private static int[] read(long tstate) {
        int[] ints = new int[SEARCHED_BYTES / 4];
        Memory.copy(tstate, ints, 0, ints.length);
        return ints;
    }
}
