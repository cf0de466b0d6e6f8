package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/** Converts detached references to Python objects. */
final class ReferenceWriters {
    private ReferenceWriters() {}

    /** Returns a new reference to the object of a {@code Py}. */
    static long ofDetached(ThreadState state, Py<?> detached) {
        long word = Face.newCount(state, detached);
        if (word == 0) {
            throw new IllegalStateException(
                    "this Py is closed: its count was decremented by close() or moved by moveTo(py)."
                            + " Pass it before, or take a copy() first");
        }
        return Word.isTagged(word) ? Refs.toObject(state, word) : word;
    }
}
