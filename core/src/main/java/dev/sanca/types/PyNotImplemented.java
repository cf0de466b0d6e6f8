package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * The object {@code NotImplemented}, which a method of an operator returns for operands that it does not know. It has
 * no truth value from Python 3.14 on.
 *
 * @see <a href="https://docs.python.org/3/library/constants.html#NotImplemented">Built-in Constants, in Python's
 *     documentation</a>
 */
public final class PyNotImplemented extends PyAny {
    static final Kind<PyNotImplemented> KIND = Kind.register(
            PyNotImplemented.class, "NotImplemented", PyNotImplemented::new, PythonType.of("types.NotImplementedType"));

    PyNotImplemented(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
