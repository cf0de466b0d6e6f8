package dev.sanca.convert.builtin;

import dev.sanca.own.ThreadState;

/** What messages need to know of an object's type. */
final class Names {
    private Names() {}

    /** The name of the type of a borrowed word. */
    static String ofType(ThreadState state, long word) {
        return state.operations().typeName(state, word);
    }
}
