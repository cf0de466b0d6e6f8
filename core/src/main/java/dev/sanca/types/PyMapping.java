package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;

/** Any mapping: an object with {@code keys} and items by key. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PyMapping extends PyAny {
    static final Kind<PyMapping> KIND =
            Kind.register(PyMapping.class, "mapping", PyMapping::new, TypeChecks::isMapping, TypeChecks::isMapping);

    PyMapping(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
