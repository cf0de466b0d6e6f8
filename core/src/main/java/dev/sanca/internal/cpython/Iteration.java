package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * The iterator protocol.
 *
 * <p><b>Source:</b> {@code Include/abstract.h}.
 */
final class Iteration {
    private static final int TP_ITER = 62;

    private Iteration() {}

    /** Whether {@code iter()} has a chance: a sequence, or a type with {@code __iter__}. */
    static boolean isIterable(long word) {
        return abstract_h.PySequence_Check(word) != 0 || object_h.PyType_GetSlot(Word.type(word), TP_ITER) != 0;
    }

    /** {@code next(iterator)}: a new count, or 0 at the end. */
    static long next(ThreadState state, long iterator) {
        long next = abstract_h.PyIter_Next(iterator);
        if (next == 0 && PythonErrors.isPending()) {
            throw PythonErrors.pending(state);
        }
        return next;
    }
}
