package dev.sanca.internal.convert;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.IntReads;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.TypeReads;

/** Converts Python objects to {@code long[]}. */
final class LongArrays extends PrimitiveArrays<long[]> {
    LongArrays() {
        super("long[]");
    }

    @Override
    long[] make(int length) {
        return new long[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return itemBytes == Long.BYTES && "lqn".indexOf(kind) >= 0;
    }

    @Override
    void copy(long address, long[] array) {
        Memory.copy(address, array, 0, array.length);
    }

    // The loop stands here, not once for all arrays, so that the compiler inlines what is done with each element.
    @Override
    long[] fromList(ThreadState state, long list) {
        if (!SequenceReads.hasItemAddresses(list)) {
            return super.fromList(state, list);
        }
        long[] array = make(length(SequenceReads.listSize(list)));
        long items = SequenceReads.listItems(list);
        for (int i = 0; i < array.length; i++) {
            long item = SequenceReads.itemAt(items, i);
            if (TypeReads.isExactInt(item) && IntReads.isCompactInt(item)) {
                array[i] = IntReads.compactInt(item);
            } else {
                setListItem(state, array, i, list, array.length);
                items = SequenceReads.listItems(list);
            }
        }
        return array;
    }

    @Override
    void set(ThreadState state, long[] array, int index, long word) {
        array[index] = Numbers.toLong(state, word);
    }

    @Override
    void setInteger(long[] array, int index, long value) {
        array[index] = value;
    }
}
