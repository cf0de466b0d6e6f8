package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * Any object that {@code callable} is true of: a function, a class, a bound method, an object with {@code __call__}.
 * Every {@link PyAny} has {@link #call(Object...)}; a cast to this class asks beforehand whether a call has a chance.
 *
 * @see <a href="https://docs.python.org/3/library/functions.html#callable">Built-in Functions: callable, in Python's
 *     documentation</a>
 */
public class PyCallable extends PyAny {
    static final Kind<PyCallable> KIND =
            Kind.register(PyCallable.class, "callable", PyCallable::new, PythonProtocol.of(Operations::isCallable));

    PyCallable(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
