package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;

/** A Python {@code range}. */
@SuppressWarnings("exports") // the constructor is not for users
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
