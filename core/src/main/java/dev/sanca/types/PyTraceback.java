package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A traceback. */
public final class PyTraceback extends PyAny {
    static final Kind<PyTraceback> KIND = Kind.register(
            PyTraceback.class,
            "traceback",
            PyTraceback::new,
            TypeChecks.instancesOf("PyTraceBack_Type"),
            TypeChecks.exactly("PyTraceBack_Type"));

    PyTraceback(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
