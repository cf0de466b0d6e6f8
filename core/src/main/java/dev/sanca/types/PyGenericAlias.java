package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A parameterized generic, such as {@code list[int]}. */
public final class PyGenericAlias extends PyAny {
    static final Kind<PyGenericAlias> KIND = Kind.register(
            PyGenericAlias.class,
            "types.GenericAlias",
            PyGenericAlias::new,
            TypeChecks.instancesOf("Py_GenericAliasType"),
            TypeChecks.exactly("Py_GenericAliasType"));

    PyGenericAlias(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
