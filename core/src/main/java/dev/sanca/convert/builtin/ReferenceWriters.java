package dev.sanca.convert.builtin;

import dev.sanca.abi.Word;
import dev.sanca.own.Detached;
import dev.sanca.own.ThreadState;

/** Detached references back to Python. */
final class ReferenceWriters {
    private ReferenceWriters() {}

    /** A new count of the object of a {@code Py}. */
    static long ofDetached(ThreadState state, Detached detached) {
        long word = Detached.newCount(state, detached);
        if (word == 0) {
            throw new IllegalStateException(
                    "this Py is closed: its count was given back by close() or moved by moveTo(py)."
                            + " Pass it before, or take a copy() first");
        }
        return object(state, word);
    }

    /** The object of a count, which is taken. */
    private static long object(ThreadState state, long word) {
        if (!Word.isTagged(word)) {
            return word;
        }
        long object;
        try {
            object = state.operations().object(state, word);
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
        if (object != word) {
            Word.decref(word);
        }
        return object;
    }
}
