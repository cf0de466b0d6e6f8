package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;

/** What messages need to know of an object's type. */
final class NameOfType {
    private NameOfType() {}

    /** The name of the type of a borrowed word. */
    static String ofType(ThreadState state, long word) {
        return Operations.of(state).typeName(state, word);
    }
}
