package dev.sanca.internal.convert;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;

/**
 * Converts Python objects to {@code byte[]}: the bytes of any buffer, or a list of integers from -128 to 255, since Python's
 * bytes have no sign.
 */
final class ByteArrays extends PrimitiveArrays<byte[]> {
    ByteArrays() {
        super("byte[]");
    }

    @Override
    byte[] make(int length) {
        return new byte[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return true;
    }

    @Override
    void copy(long address, byte[] array) {
        Memory.copy(address, array, 0, array.length);
    }

    /** Returns true for elements of every format: their bytes are copied, as {@code bytes(object)} does. */
    @Override
    boolean accepts(HeldBuffer buffer) {
        return true;
    }

    @Override
    byte[] fromBuffer(ThreadState state, HeldBuffer buffer) {
        byte[] array = make(length(buffer.bytes()));
        if (buffer.isContiguous()) {
            copy(buffer.address(), array);
            return array;
        }
        long contiguous = Memory.malloc(array.length);
        try {
            buffer.copyTo(state, contiguous);
            copy(contiguous, array);
        } finally {
            Memory.free(contiguous);
        }
        return array;
    }

    @Override
    void set(ThreadState state, byte[] array, int index, long word) {
        array[index] = (byte) Numbers.toRange(state, word, Byte.MIN_VALUE, 0xff, "byte");
    }

    @Override
    void setInteger(byte[] array, int index, long value) {
        array[index] = (byte) value;
    }
}
