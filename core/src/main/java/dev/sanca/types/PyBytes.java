package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/** A Python {@code bytes}; {@code as(byte[].class)} copies it. */
public final class PyBytes extends PyAny {
    static final Kind<PyBytes> KIND =
            Kind.register(PyBytes.class, "bytes", PyBytes::new, TypeReads::isBytes, TypeReads::isExactBytes);

    PyBytes(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return as(byte[].class);
    }
}
