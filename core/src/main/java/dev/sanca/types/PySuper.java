package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code super} object: attributes of it are looked up in the classes after one in the method resolution
 * order.
 *
 * @see <a href="https://docs.python.org/3/library/functions.html#super">Built-in Functions: super, in Python's
 *     documentation</a>
 */
public final class PySuper extends PyAny {
    static final Kind<PySuper> KIND = Kind.register(PySuper.class, "super", PySuper::new, PythonType.of("super"));

    PySuper(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
