package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A function written in Python, by {@code def} or {@code lambda}. Its {@code __name__}, {@code __code__},
 * {@code __defaults__} and the like are attributes.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#user-defined-functions">User-defined functions, in
 *     Python's documentation</a>
 */
public final class PyFunction extends PyAny {
    static final Kind<PyFunction> KIND =
            Kind.register(PyFunction.class, "function", PyFunction::new, PythonType.of("types.FunctionType"));

    PyFunction(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
