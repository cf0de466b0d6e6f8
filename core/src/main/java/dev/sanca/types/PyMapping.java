package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** Any mapping: an object with {@code keys} and items by key. */
public final class PyMapping extends PyAny {
    static final Kind<PyMapping> KIND =
            Kind.register(PyMapping.class, "mapping", PyMapping::new, TypeChecks::isMapping, TypeChecks::isMapping);

    PyMapping(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
