package dev.sanca.types;

import dev.sanca.cpython.TypeChecks;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;

/** Any sequence: an object with a length and items by position. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PySequence extends PyAny {
    static final Kind<PySequence> KIND = Kind.register(
            PySequence.class, "sequence", PySequence::new, TypeChecks::isSequence, TypeChecks::isSequence);

    PySequence(ThreadState state, long word) {
        super(state, word);
    }
}
