package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.util.Optional;

/**
 * A Python {@code weakref.ref}: a reference to an object that does not keep it alive.
 *
 * @see <a href="https://docs.python.org/3/library/weakref.html">weakref, in Python's documentation</a>
 */
public final class PyWeakref extends PyAny {
    static final Kind<PyWeakref> KIND =
            Kind.register(PyWeakref.class, "weakref.ref", PyWeakref::new, PythonType.of("weakref.ref"));

    PyWeakref(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the object: {@code this()}.
     *
     * @return a new reference, which keeps the object alive; empty once the object has died
     */
    public Optional<PyAny> get() {
        PyAny target = call();
        if (target.isNone()) {
            target.close();
            return Optional.empty();
        }
        return Optional.of(target);
    }
}
