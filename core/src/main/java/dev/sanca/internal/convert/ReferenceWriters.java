package dev.sanca.internal.convert;

import dev.sanca.internal.own.Detached;
import dev.sanca.internal.own.Refs;
import dev.sanca.internal.own.ThreadState;
import dev.sanca.internal.word.Word;

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
        return Word.isTagged(word) ? Refs.taken(state, word) : word;
    }
}
