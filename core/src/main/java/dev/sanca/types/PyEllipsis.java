package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * The object {@code Ellipsis}, which {@code ...} denotes.
 *
 * @see <a href="https://docs.python.org/3/library/constants.html#Ellipsis">Built-in Constants, in Python's
 *     documentation</a>
 */
public final class PyEllipsis extends PyAny {
    static final Kind<PyEllipsis> KIND =
            Kind.register(PyEllipsis.class, "ellipsis", PyEllipsis::new, PythonType.of("types.EllipsisType"));

    PyEllipsis(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
