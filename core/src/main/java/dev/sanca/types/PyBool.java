package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/** {@code True} or {@code False}. */
public final class PyBool extends PyAny {
    static final Kind<PyBool> KIND =
            Kind.register(PyBool.class, "bool", PyBool::new, TypeReads::isBool, TypeReads::isBool);

    PyBool(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
