package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A function written in Python. */
public final class PyFunction extends PyAny {
    static final Kind<PyFunction> KIND = Kind.register(
            PyFunction.class,
            "function",
            PyFunction::new,
            TypeChecks.instancesOf("PyFunction_Type"),
            TypeChecks.exactly("PyFunction_Type"));

    PyFunction(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
