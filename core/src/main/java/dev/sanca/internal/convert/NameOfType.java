package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;

/** The name of an object's type, for messages. */
final class NameOfType {
    private NameOfType() {}

    /** Returns the name of the type of a borrowed word. */
    static String ofType(ThreadState state, long word) {
        return Operations.of(state).typeName(state, word);
    }
}
