package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/** {@code None}. */
public final class PyNone extends PyAny {
    static final Kind<PyNone> KIND =
            Kind.register(PyNone.class, "None", PyNone::new, TypeReads::isNone, TypeReads::isNone);

    PyNone(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
