package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * A Python {@code bytes}, immutable. {@code as(MemorySegment.class)} looks at the bytes without a copy.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#bytes-objects">Bytes Objects, in Python's
 *     documentation</a>
 */
public final class PyBytes extends PyAny {
    static final Kind<PyBytes> KIND =
            Kind.register(PyBytes.class, "bytes", PyBytes::new, TypeReads::isBytes, TypeReads::isExactBytes);

    PyBytes(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns a copy of the bytes.
     *
     * <p><b>Cost:</b> one copy, O(n).
     *
     * @return a new array, which belongs to the caller
     * @throws dev.sanca.PythonException {@code OverflowError} if they are too many for a Java array
     */
    public byte[] toByteArray() {
        return as(byte[].class);
    }
}
