package dev.sanca.internal.convert;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;

/** Converts Python objects to {@code short[]}. */
final class ShortArrays extends PrimitiveArrays<short[]> {
    ShortArrays() {
        super("short[]");
    }

    @Override
    short[] make(int length) {
        return new short[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return itemBytes == Short.BYTES && kind == 'h';
    }

    @Override
    void copy(long address, short[] array) {
        Memory.copy(address, array, 0, array.length);
    }

    @Override
    void set(ThreadState state, short[] array, int index, long word) {
        array[index] = (short) Numbers.toRange(state, word, Short.MIN_VALUE, Short.MAX_VALUE, "short");
    }

    @Override
    void setInteger(short[] array, int index, long value) {
        array[index] = (short) inRange(value, index, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
