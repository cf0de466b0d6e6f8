package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code range}: integers from {@code start} to before {@code stop}, by {@code step}, which are attributes.
 * {@link #len} and {@link #contains} of an int take constant time.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#ranges">Ranges, in Python's documentation</a>
 */
public final class PyRange extends PyAny {
    static final Kind<PyRange> KIND = Kind.register(PyRange.class, "range", PyRange::new, PythonType.of("range"));

    PyRange(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
