package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** {@code NotImplemented}. */
public final class PyNotImplemented extends PyAny {
    static final Kind<PyNotImplemented> KIND = Kind.register(
            PyNotImplemented.class,
            "NotImplemented",
            PyNotImplemented::new,
            TypeChecks.onlyThe("_Py_NotImplementedStruct"),
            TypeChecks.onlyThe("_Py_NotImplementedStruct"));

    PyNotImplemented(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
