package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code bytearray}, mutable. {@code as(MemorySegment.class)} looks at the bytes without a copy; Python
 * refuses to resize the object as long as such a view exists.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#bytearray-objects">Bytearray Objects, in Python's
 *     documentation</a>
 */
public final class PyByteArray extends PyAny {
    static final Kind<PyByteArray> KIND =
            Kind.register(PyByteArray.class, "bytearray", PyByteArray::new, PythonType.of("bytearray"));

    PyByteArray(Chunk chunk, int slot) {
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
