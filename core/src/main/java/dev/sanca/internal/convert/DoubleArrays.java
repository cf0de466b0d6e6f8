package dev.sanca.internal.convert;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.FloatReads;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.TypeReads;

/** Converts Python objects to {@code double[]}. */
final class DoubleArrays extends PrimitiveArrays<double[]> {
    DoubleArrays() {
        super("double[]");
    }

    @Override
    double[] make(int length) {
        return new double[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return itemBytes == Double.BYTES && kind == 'd';
    }

    @Override
    void copy(long address, double[] array) {
        Memory.copy(address, array, 0, array.length);
    }

    // The loop stands here, not once for all arrays, so that the compiler inlines what is done with each element.
    @Override
    double[] fromList(ThreadState state, long list) {
        if (!SequenceReads.hasItemAddresses(list)) {
            return super.fromList(state, list);
        }
        double[] array = make(length(SequenceReads.listSize(list)));
        long items = SequenceReads.listItems(list);
        for (int i = 0; i < array.length; i++) {
            long item = SequenceReads.itemAt(items, i);
            if (TypeReads.isExactFloat(item)) {
                array[i] = FloatReads.floatValue(item);
            } else {
                setListItem(state, array, i, list, array.length);
                items = SequenceReads.listItems(list);
            }
        }
        return array;
    }

    @Override
    void set(ThreadState state, double[] array, int index, long word) {
        array[index] = Numbers.toDouble(state, word);
    }

    @Override
    void setInteger(double[] array, int index, long value) {
        array[index] = value;
    }

    @Override
    void setUnsigned(double[] array, int index, long bits) {
        array[index] = Numbers.unsigned(bits).doubleValue();
    }

    @Override
    void setFloating(double[] array, int index, double value) {
        array[index] = value;
    }
}
