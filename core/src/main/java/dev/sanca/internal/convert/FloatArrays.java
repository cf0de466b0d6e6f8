package dev.sanca.internal.convert;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;

/** Converts Python objects to {@code float[]}. Numbers are rounded. */
final class FloatArrays extends PrimitiveArrays<float[]> {
    FloatArrays() {
        super("float[]");
    }

    @Override
    float[] make(int length) {
        return new float[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return itemBytes == Float.BYTES && kind == 'f';
    }

    @Override
    void copy(long address, float[] array) {
        Memory.copy(address, array, 0, array.length);
    }

    @Override
    void set(ThreadState state, float[] array, int index, long word) {
        array[index] = (float) Numbers.toDouble(state, word);
    }

    @Override
    void setInteger(float[] array, int index, long value) {
        array[index] = value;
    }

    @Override
    void setUnsigned(float[] array, int index, long bits) {
        array[index] = Numbers.unsigned(bits).floatValue();
    }

    @Override
    void setFloating(float[] array, int index, double value) {
        array[index] = (float) value;
    }
}
