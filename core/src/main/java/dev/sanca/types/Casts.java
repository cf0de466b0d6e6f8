package dev.sanca.types;

import dev.sanca.abi.Word;
import dev.sanca.cpython.Errors;
import dev.sanca.cpython.ObjectProtocol;
import dev.sanca.cpython.Strings;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;
import java.lang.ref.Reference;
import java.util.Optional;

/** From one class of references to another, checked. */
final class Casts {
    private Casts() {}

    static <T extends PyAny> T cast(PyAny from, Kind<T> kind, boolean exact) {
        ThreadState state = from.state();
        long word = from.word();
        if (!(exact ? kind.isExact() : kind.isInstance()).test(word)) {
            throw refused(state, word, kind, exact);
        }
        return again(from, kind, word);
    }

    static <T extends PyAny> Optional<T> tryCast(PyAny from, Kind<T> kind) {
        long word = from.word();
        return kind.isInstance().test(word) ? Optional.of(again(from, kind, word)) : Optional.empty();
    }

    private static <T extends PyAny> T again(PyAny from, Kind<T> kind, long word) {
        Word.incref(word);
        Reference.reachabilityFence(from);
        return kind.make(from.state(), word);
    }

    private static RuntimeException refused(ThreadState state, long word, Kind<?> kind, boolean exact) {
        long type = ObjectProtocol.type(word);
        String name;
        try {
            name = Strings.str(state, type);
        } finally {
            Word.decref(type);
        }
        return Errors.of(
                state,
                "PyExc_TypeError",
                "cannot cast an object of type " + name + " to " + kind.type().getSimpleName() + ": it is not "
                        + (exact ? "exactly " : "") + "an instance of " + kind.pythonName());
    }
}
