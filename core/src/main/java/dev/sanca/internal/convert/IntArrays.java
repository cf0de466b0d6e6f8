package dev.sanca.internal.convert;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.IntReads;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.TypeReads;

/** Converts Python objects to {@code int[]}. */
final class IntArrays extends PrimitiveArrays<int[]> {
    IntArrays() {
        super("int[]");
    }

    @Override
    int[] make(int length) {
        return new int[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return itemBytes == Integer.BYTES && "il".indexOf(kind) >= 0;
    }

    @Override
    void copy(long address, int[] array) {
        Memory.copy(address, array, 0, array.length);
    }

    // The loop stands here, not once for all arrays, so that the compiler inlines what is done with each element.
    @Override
    int[] fromList(ThreadState state, long list) {
        if (!SequenceReads.hasItemAddresses(list)) {
            return super.fromList(state, list);
        }
        int[] array = make(length(SequenceReads.listSize(list)));
        long items = SequenceReads.listItems(list);
        for (int i = 0; i < array.length; i++) {
            long item = SequenceReads.itemAt(items, i);
            if (TypeReads.isExactInt(item) && IntReads.isCompactInt(item)) {
                array[i] = (int) IntReads.compactInt(item); // 30 bits at most
            } else {
                setListItem(state, array, i, list, array.length);
                items = SequenceReads.listItems(list);
            }
        }
        return array;
    }

    @Override
    void set(ThreadState state, int[] array, int index, long word) {
        array[index] = (int) Numbers.toRange(state, word, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
    }

    @Override
    void setInteger(int[] array, int index, long value) {
        array[index] = (int) inRange(value, index, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
