package dev.sanca.cpython;

import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.own.ThreadState;

/**
 * The iterator protocol.
 *
 * <p><b>Source:</b> {@code Include/abstract.h}.
 */
public final class Iteration {
    private Iteration() {}

    /** {@code next(iterator)}: a new count, or 0 at the end. */
    public static long next(ThreadState state, long iterator) {
        long next = abstract_h.PyIter_Next(iterator);
        if (next == 0 && Errors.isPending()) {
            throw Errors.pending(state);
        }
        return next;
    }
}
