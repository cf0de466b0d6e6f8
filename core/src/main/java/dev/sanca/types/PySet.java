package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code set}. {@link #contains}, {@link #len}, {@link #or}, {@link #and}, {@link #sub} and {@link #xor} are
 * those of every object.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#set-types-set-frozenset">Set Types, in Python's
 *     documentation</a>
 */
public final class PySet extends PyAny {
    static final Kind<PySet> KIND = Kind.register(PySet.class, "set", PySet::new, PythonType.of("set"));

    PySet(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Adds an element: {@code this.add(value)}; {@link #add} is the operator {@code +}. Does nothing if an equal
     * element is there.
     *
     * @param value the element: a borrowed reference, or a Java value that is converted
     * @throws dev.sanca.PythonException {@code TypeError} if it cannot be hashed
     */
    public void addElement(@Nullable Object value) {
        callMethod("add", value).close();
    }

    /**
     * Removes an element if it is there: {@code this.discard(value)}.
     *
     * @param value the element: a borrowed reference, or a Java value that is converted
     * @throws dev.sanca.PythonException {@code TypeError} if it cannot be hashed
     */
    public void discard(@Nullable Object value) {
        callMethod("discard", value).close();
    }
}
