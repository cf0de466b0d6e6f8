package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * Compiled code, as {@link dev.sanca.Python#compile(String, String)} makes it and {@link dev.sanca.Python#eval(PyCode)}
 * and {@link dev.sanca.Python#run(PyCode)} run it, any number of times.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#code-objects">Code objects, in Python's
 *     documentation</a>
 */
public final class PyCode extends PyAny {
    static final Kind<PyCode> KIND = Kind.register(PyCode.class, "code", PyCode::new, PythonType.of("types.CodeType"));

    PyCode(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
