package dev.sanca.convert.builtin;

import dev.sanca.abi.Word;
import dev.sanca.cpython.TypeNames;
import dev.sanca.cpython.ffi.object_h;
import dev.sanca.own.ThreadState;

/** What messages and decisions need to know of an object's type. */
final class Names {
    private static final int TP_ITER = 62;

    private Names() {}

    /** The name of the type of a borrowed word. */
    static String ofType(ThreadState state, long word) {
        return TypeNames.of(state, Word.type(word));
    }

    /** Whether the type has {@code __iter__}. */
    static boolean hasIter(long word) {
        return object_h.PyType_GetSlot(Word.type(word), TP_ITER) != 0;
    }
}
