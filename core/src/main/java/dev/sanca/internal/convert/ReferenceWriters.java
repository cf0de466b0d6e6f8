package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.MisuseErrors;
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
            throw MisuseErrors.ofClosedPy();
        }
        return Word.isTagged(word) ? Refs.toObject(state, word) : word;
    }
}
