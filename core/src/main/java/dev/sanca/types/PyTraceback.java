package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code traceback}: a frame that an exception passed, and the next one nearer to its origin, {@code tb_next}.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#traceback-objects">Traceback objects, in Python's
 *     documentation</a>
 */
public final class PyTraceback extends PyAny {
    static final Kind<PyTraceback> KIND =
            Kind.register(PyTraceback.class, "traceback", PyTraceback::new, PythonType.of("types.TracebackType"));

    PyTraceback(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
