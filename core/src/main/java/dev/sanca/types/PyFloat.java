package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/** A Python {@code float}: an IEEE 754 double. */
public final class PyFloat extends PyAny {
    static final Kind<PyFloat> KIND =
            Kind.register(PyFloat.class, "float", PyFloat::new, TypeReads::isFloat, TypeReads::isExactFloat);

    PyFloat(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
