package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A Python {@code range}. */
public final class PyRange extends PyAny {
    static final Kind<PyRange> KIND = Kind.register(
            PyRange.class,
            "range",
            PyRange::new,
            TypeChecks.instancesOf("PyRange_Type"),
            TypeChecks.exactly("PyRange_Type"));

    PyRange(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
