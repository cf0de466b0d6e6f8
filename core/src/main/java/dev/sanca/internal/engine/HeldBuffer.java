package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import java.nio.ByteOrder;

/**
 * The buffer of a Python object while it is read: its memory stays where it is until this is closed.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Source:</b> PEP 3118.
 */
public interface HeldBuffer extends AutoCloseable {
    /** Address of the first element. */
    long address();

    /** Whether the memory is a copy, which ends with this, contiguous where the original need not be. */
    default boolean isCopy() {
        return false;
    }

    /** Bytes of all elements together. */
    long bytes();

    /** Bytes of each element. */
    long itemBytes();

    /** Number of dimensions; 0 for a single element. */
    int dimensions();

    /** Bytes from one element of the only dimension to the next. */
    long stride();

    /** Elements along each dimension. */
    long[] shape();

    /** Bytes from one element to the next along each dimension. */
    long[] strides();

    /** Whether writing is refused. */
    boolean isReadOnly();

    /** Whether an element is found by following pointers. */
    boolean isIndirect();

    /** Whether the elements lie one after the other, the last dimension fastest. */
    boolean isContiguous();

    /** The elements' format with its byte order, as in Python's {@code struct}. */
    String format();

    /** Copies all elements, the last dimension fastest. */
    void copyTo(ThreadState state, long address);

    /** The strides of elements that lie one after the other, the last dimension fastest. */
    static long[] contiguousStrides(long[] shape, long itemBytes) {
        long[] strides = new long[shape.length];
        long step = itemBytes;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= shape[i];
        }
        return strides;
    }

    /** Whether the elements' bytes are in the machine's order. */
    default boolean isNativeOrder() {
        String format = format();
        return switch (format.isEmpty() ? '@' : format.charAt(0)) {
            case '>', '!' -> ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
            case '<' -> ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
            default -> true;
        };
    }

    /** The elements' kind as in Python's {@code struct}, such as {@code d}; 0 if an element is no plain number. */
    default char kind() {
        String format = format();
        int order = format.isEmpty() || "@=<>!".indexOf(format.charAt(0)) < 0 ? 0 : 1;
        return format.length() == order + 1 ? format.charAt(order) : 0;
    }

    @Override
    void close();
}
