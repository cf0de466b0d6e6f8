package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * A Python {@code bool}: {@code True} or {@code False}. {@link #asBoolean} returns the value. It is a {@link PyInt} as
 * well.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#boolean-type-bool">Boolean Type, in Python's
 *     documentation</a>
 */
public final class PyBool extends PyAny {
    static final Kind<PyBool> KIND =
            Kind.register(PyBool.class, "bool", PyBool::new, TypeReads::isBool, TypeReads::isBool);

    PyBool(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
