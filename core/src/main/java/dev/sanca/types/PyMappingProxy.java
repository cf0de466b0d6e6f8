package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code types.MappingProxyType}: a read-only view of a mapping, such as the {@code __dict__} of a class.
 *
 * @see <a href="https://docs.python.org/3/library/types.html#types.MappingProxyType">types, in Python's
 *     documentation</a>
 */
public final class PyMappingProxy extends PyAny {
    static final Kind<PyMappingProxy> KIND = Kind.register(
            PyMappingProxy.class, "mappingproxy", PyMappingProxy::new, PythonType.of("types.MappingProxyType"));

    PyMappingProxy(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
