package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code frozenset}, immutable.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#set-types-set-frozenset">Set Types, in Python's
 *     documentation</a>
 */
public final class PyFrozenSet extends PyAny {
    static final Kind<PyFrozenSet> KIND =
            Kind.register(PyFrozenSet.class, "frozenset", PyFrozenSet::new, PythonType.of("frozenset"));

    PyFrozenSet(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
