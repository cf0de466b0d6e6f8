package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.lang.ref.Reference;
import java.util.function.Function;

/**
 * Any Python object with a buffer: {@code bytes}, {@code bytearray}, {@code memoryview}, {@code array.array}, NumPy arrays.
 *
 * <p>{@code as(double[].class)} and its like copy the elements, {@code as(MemorySegment.class)} is the memory itself.
 *
 * <p><b>Cost:</b> each question takes the buffer and gives it back.
 *
 * <p><b>Source:</b> {@code Include/pybuffer.h}, PEP 3118.
 */
public final class PyBuffer extends PyAny {
    static final Kind<PyBuffer> KIND = Kind.register(
            PyBuffer.class, "an object with a buffer", PyBuffer::new, TypeChecks::hasBuffer, TypeChecks::hasBuffer);

    PyBuffer(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** The elements' format as in Python's {@code struct}, such as {@code "d"}. */
    public String format() {
        return ask(HeldBuffer::format);
    }

    /** Bytes of each element. */
    public long itemSize() {
        return ask(HeldBuffer::itemBytes);
    }

    /** Bytes of all elements together. */
    public long byteSize() {
        return ask(HeldBuffer::bytes);
    }

    /** Elements along each dimension; empty for a single element without a dimension, as of {@code ctypes.c_double(1)}. */
    public long[] shape() {
        return ask(HeldBuffer::shape);
    }

    /** Bytes from one element to the next, along each dimension; empty where {@link #shape} is. */
    public long[] strides() {
        return ask(HeldBuffer::strides);
    }

    /** Whether Python refuses writing. */
    public boolean isReadOnly() {
        return ask(HeldBuffer::isReadOnly);
    }

    /** Whether the elements lie one after the other, the last dimension fastest. */
    public boolean isContiguous() {
        return ask(HeldBuffer::isContiguous);
    }

    /** A copy of the bytes, the last dimension fastest. */
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
