package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A read-only view of a mapping. */
public final class PyMappingProxy extends PyAny {
    static final Kind<PyMappingProxy> KIND = Kind.register(
            PyMappingProxy.class,
            "mappingproxy",
            PyMappingProxy::new,
            TypeChecks.instancesOf("PyDictProxy_Type"),
            TypeChecks.exactly("PyDictProxy_Type"));

    PyMappingProxy(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
