package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code memoryview}: memory of another object, without a copy. Its shape and strides are those of
 * {@link PyBuffer}, to which it can be {@linkplain #cast cast}.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#memory-views">Memory Views, in Python's
 *     documentation</a>
 */
public final class PyMemoryView extends PyAny {
    static final Kind<PyMemoryView> KIND =
            Kind.register(PyMemoryView.class, "memoryview", PyMemoryView::new, PythonType.of("memoryview"));

    PyMemoryView(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns a copy of the bytes, the last dimension fastest.
     *
     * <p><b>Cost:</b> one copy, O(n).
     *
     * @return a new array, which belongs to the caller
     * @throws dev.sanca.PythonException {@code OverflowError} if they are too many for a Java array; {@code ValueError}
     *     after {@link #release}
     */
    public byte[] toByteArray() {
        return as(byte[].class);
    }

    /**
     * Returns the format of an element, as module {@code struct} writes it: {@code this.format}.
     *
     * @return the format, such as {@code "d"} for a {@code double} or {@code "B"} for an unsigned byte
     * @throws dev.sanca.PythonException {@code ValueError} after {@link #release}
     */
    public String format() {
        try (PyAny format = getAttr("format")) {
            return format.asString();
        }
    }

    /**
     * Returns whether Python refuses to write to the memory: {@code this.readonly}.
     *
     * @return whether the memory is read-only
     * @throws dev.sanca.PythonException {@code ValueError} after {@link #release}
     */
    public boolean isReadOnly() {
        try (PyAny flag = getAttr("readonly")) {
            return flag.isTruthy();
        }
    }

    /**
     * Releases the memory: {@code this.release()}, so that its owner may resize or close it. A second call does
     * nothing. The reference stays open; {@link #close} releases the count of the {@code memoryview}, which others may
     * still hold.
     *
     * @throws dev.sanca.PythonException {@code BufferError} if an object has taken the buffer of this view, as an array
     *     of NumPy does that is made of it
     */
    public void release() {
        callMethod("release").close();
    }
}
