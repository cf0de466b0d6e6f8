package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** Any sequence: an object with a length and items by position. */
public final class PySequence extends PyAny {
    static final Kind<PySequence> KIND = Kind.register(
            PySequence.class, "sequence", PySequence::new, TypeChecks::isSequence, TypeChecks::isSequence);

    PySequence(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
