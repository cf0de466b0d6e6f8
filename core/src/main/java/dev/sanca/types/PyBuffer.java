package dev.sanca.types;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.lang.ref.Reference;
import java.util.function.Function;

/**
 * Any Python object with a buffer: {@code bytes}, {@code bytearray}, {@code memoryview}, {@code array.array}, NumPy's
 * arrays.
 *
 * {@snippet :
 * PyBuffer matrix = array.cast(PyBuffer.class);
 * long rows = matrix.shape()[0];
 * double[] elements = matrix.as(double[].class);
 * }
 *
 * <p>{@code as(double[].class)} and its like copy the elements, the last dimension fastest;
 * {@code as(MemorySegment.class)} is the memory itself, which must be contiguous.
 *
 * <p><b>Cost:</b> each question takes the buffer and releases it: two native calls or more.
 *
 * @see <a href="https://docs.python.org/3/c-api/buffer.html">Buffer Protocol, in the Python/C API manual</a>
 * @see <a href="https://peps.python.org/pep-3118/">PEP 3118</a>
 */
public final class PyBuffer extends PyAny {
    static final Kind<PyBuffer> KIND = Kind.register(
            PyBuffer.class, "an object with a buffer", PyBuffer::new, PythonProtocol.of(Operations::hasBuffer));

    PyBuffer(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the format of an element, as module {@code struct} writes it.
     *
     * @return the format, such as {@code "d"} for a {@code double}; {@code "B"} where the object names none
     * @throws dev.sanca.PythonException {@code BufferError} or {@code ValueError} if the object does not give its
     *     buffer now, as a released {@code memoryview} does not
     */
    public String format() {
        return ask(HeldBuffer::format);
    }

    /**
     * Returns the size of an element.
     *
     * @return the size in bytes
     * @throws dev.sanca.PythonException {@code BufferError} or {@code ValueError} if the object does not give its
     *     buffer now, as a released {@code memoryview} does not
     */
    public long itemSize() {
        return ask(HeldBuffer::itemBytes);
    }

    /**
     * Returns the size of all elements together: the product of {@link #shape} and {@link #itemSize}.
     *
     * @return the size in bytes
     * @throws dev.sanca.PythonException {@code BufferError} or {@code ValueError} if the object does not give its
     *     buffer now, as a released {@code memoryview} does not
     */
    public long byteSize() {
        return ask(HeldBuffer::bytes);
    }

    /**
     * Returns the number of elements along each dimension.
     *
     * @return a new array, one element for each dimension; empty for a single element without a dimension, as of
     *     {@code ctypes.c_double(1)} or a zero-dimensional array
     * @throws dev.sanca.PythonException {@code BufferError} or {@code ValueError} if the object does not give its
     *     buffer now, as a released {@code memoryview} does not
     */
    public long[] shape() {
        return ask(HeldBuffer::shape);
    }

    /**
     * Returns the distance from one element to the next, along each dimension.
     *
     * @return a new array of distances in bytes, which may be zero or negative; empty where {@link #shape} is
     * @throws dev.sanca.PythonException {@code BufferError} or {@code ValueError} if the object does not give its
     *     buffer now, as a released {@code memoryview} does not
     */
    public long[] strides() {
        return ask(HeldBuffer::strides);
    }

    /**
     * Returns whether Python refuses to write to the memory.
     *
     * @return whether the memory is read-only
     * @throws dev.sanca.PythonException {@code BufferError} or {@code ValueError} if the object does not give its
     *     buffer now, as a released {@code memoryview} does not
     */
    public boolean isReadOnly() {
        return ask(HeldBuffer::isReadOnly);
    }

    /**
     * Returns whether the elements lie one after the other in memory, the last dimension fastest.
     *
     * @return whether the elements are contiguous, in the order of C
     * @throws dev.sanca.PythonException {@code BufferError} or {@code ValueError} if the object does not give its
     *     buffer now, as a released {@code memoryview} does not
     */
    public boolean isContiguous() {
        return ask(HeldBuffer::isContiguous);
    }

    /**
     * Returns a copy of the bytes of all elements, the last dimension fastest.
     *
     * <p><b>Cost:</b> one copy, O(n).
     *
     * @return a new array, which belongs to the caller
     * @throws dev.sanca.PythonException {@code OverflowError} if they are too many for a Java array
     */
    public byte[] toByteArray() {
        return as(byte[].class);
    }

    private <T> T ask(Function<HeldBuffer, T> question) {
        try (HeldBuffer buffer = Operations.of(state()).buffer(state(), word())) {
            return question.apply(buffer);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
