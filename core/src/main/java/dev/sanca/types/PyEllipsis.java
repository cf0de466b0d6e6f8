package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;

/** {@code ...}. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PyEllipsis extends PyAny {
    static final Kind<PyEllipsis> KIND = Kind.register(
            PyEllipsis.class,
            "ellipsis",
            PyEllipsis::new,
            TypeChecks.onlyThe("_Py_EllipsisObject"),
            TypeChecks.onlyThe("_Py_EllipsisObject"));

    PyEllipsis(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
