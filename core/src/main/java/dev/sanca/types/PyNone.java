package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * The object {@code None}. {@link #isNone} asks any reference; a Java {@code null} as an argument is {@code None}.
 *
 * @see <a href="https://docs.python.org/3/library/constants.html#None">Built-in Constants, in Python's
 *     documentation</a>
 */
public final class PyNone extends PyAny {
    static final Kind<PyNone> KIND =
            Kind.register(PyNone.class, "None", PyNone::new, TypeReads::isNone, TypeReads::isNone);

    PyNone(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
