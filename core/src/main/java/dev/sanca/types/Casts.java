package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.lang.ref.Reference;
import java.util.Optional;

/** From one class of references to another, checked. */
final class Casts {
    private Casts() {}

    static <T extends PyAny> T cast(PyAny from, Kind<T> kind, boolean exact) {
        ThreadState state = from.state();
        long word = from.word();
        if (!Operations.of(state).isKind(state, word, kind, exact)) {
            throw refused(state, word, kind, exact);
        }
        return again(state, from, kind);
    }

    static <T extends PyAny> Optional<T> tryCast(PyAny from, Kind<T> kind) {
        ThreadState state = from.state();
        long word = from.word();
        return Operations.of(state).isKind(state, word, kind, false)
                ? Optional.of(again(state, from, kind))
                : Optional.empty();
    }

    private static <T extends PyAny> T again(ThreadState state, PyAny from, Kind<T> kind) {
        long word = Word.newRef(Refs.word(from));
        Reference.reachabilityFence(from);
        return kind.make(state, word);
    }

    private static RuntimeException refused(ThreadState state, long word, Kind<?> kind, boolean exact) {
        long type = Operations.of(state).type(state, word);
        String name;
        try {
            name = Operations.of(state).nameOfType(state, type);
        } finally {
            Word.decref(type);
        }
        return Operations.of(state)
                .error(
                        state,
                        "TypeError",
                        "cannot cast an object of type " + name + " to "
                                + kind.type().getSimpleName() + ": it is not " + (exact ? "exactly " : "")
                                + "an instance of " + kind.pythonName());
    }
}
