package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** Compiled code: run it with {@link dev.sanca.Python#eval(PyCode)}. */
public final class PyCode extends PyAny {
    static final Kind<PyCode> KIND = Kind.register(
            PyCode.class,
            "code",
            PyCode::new,
            TypeChecks.instancesOf("PyCode_Type"),
            TypeChecks.exactly("PyCode_Type"));

    PyCode(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
