package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A Python {@code super} object. */
public final class PySuper extends PyAny {
    static final Kind<PySuper> KIND = Kind.register(
            PySuper.class,
            "super",
            PySuper::new,
            TypeChecks.instancesOf("PySuper_Type"),
            TypeChecks.exactly("PySuper_Type"));

    PySuper(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
