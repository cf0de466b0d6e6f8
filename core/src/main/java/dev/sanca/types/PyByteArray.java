package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A Python {@code bytearray}. */
public final class PyByteArray extends PyAny {
    static final Kind<PyByteArray> KIND = Kind.register(
            PyByteArray.class,
            "bytearray",
            PyByteArray::new,
            TypeChecks.instancesOf("PyByteArray_Type"),
            TypeChecks.exactly("PyByteArray_Type"));

    PyByteArray(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return as(byte[].class);
    }
}
