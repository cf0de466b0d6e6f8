package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** Any object that can be called. */
public class PyCallable extends PyAny {
    static final Kind<PyCallable> KIND = Kind.register(
            PyCallable.class, "callable", PyCallable::new, TypeChecks::isCallable, TypeChecks::isCallable);

    PyCallable(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
