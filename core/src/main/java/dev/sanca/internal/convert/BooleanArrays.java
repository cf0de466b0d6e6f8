package dev.sanca.internal.convert;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.thread.ThreadState;

/** Converts Python objects to {@code boolean[]}. The elements must be bools. */
final class BooleanArrays extends PrimitiveArrays<boolean[]> {
    BooleanArrays() {
        super("boolean[]");
    }

    @Override
    boolean[] make(int length) {
        return new boolean[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return false;
    }

    @Override
    void copy(long address, boolean[] array) {
        throw new UnsupportedOperationException("the bits are never the same");
    }

    @Override
    boolean accepts(HeldBuffer buffer) {
        return buffer.kind() == '?';
    }

    @Override
    void set(ThreadState state, boolean[] array, int index, long word) {
        array[index] = Numbers.toBoolean(state, word);
    }

    @Override
    void setInteger(boolean[] array, int index, long value) {
        array[index] = value != 0;
    }
}
