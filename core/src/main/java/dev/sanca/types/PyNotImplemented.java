package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;

/** {@code NotImplemented}. */
@SuppressWarnings("exports") // the constructor is not for users
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
