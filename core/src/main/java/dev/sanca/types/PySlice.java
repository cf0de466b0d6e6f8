package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A Python {@code slice}. */
public final class PySlice extends PyAny {
    static final Kind<PySlice> KIND = Kind.register(
            PySlice.class,
            "slice",
            PySlice::new,
            TypeChecks.instancesOf("PySlice_Type"),
            TypeChecks.exactly("PySlice_Type"));

    PySlice(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
