package dev.sanca.types;

import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;
import dev.sanca.internal.word.TypeReads;

/** A Python {@code bytes}; {@code as(byte[].class)} copies it. */
@SuppressWarnings("exports") // the constructor is not for users
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
