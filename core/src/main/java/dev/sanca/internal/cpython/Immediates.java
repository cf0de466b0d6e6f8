package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;

/** The Python objects that tagged words stand for in CPython. */
final class Immediates {
    private static final long ELLIPSIS = LibPython.address("_Py_EllipsisObject");
    private static final long NOT_IMPLEMENTED = LibPython.address("_Py_NotImplementedStruct");

    private Immediates() {}

    /**
     * A new count of the object.
     *
     * @throws IllegalStateException if the word is stale or none
     */
    static long object(ThreadState state, long word) {
        if (Tagged.isInt(word)) {
            return Operations.of(state).ofLong(state, Tagged.intValue(word));
        } else if (word == Tagged.NONE) {
            return Operations.of(state).none(state);
        } else if (word == Tagged.TRUE || word == Tagged.FALSE) {
            return Operations.of(state).ofBoolean(state, word == Tagged.TRUE);
        } else if (word == Tagged.ELLIPSIS) {
            return Word.newRef(ELLIPSIS);
        } else if (word == Tagged.NOT_IMPLEMENTED) {
            return Word.newRef(NOT_IMPLEMENTED);
        }
        return JavaHandles.proxy(state, word);
    }
}
