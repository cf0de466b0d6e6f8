package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;

/** Converts Python objects to {@code char[]}. The elements of a {@code str} are its UTF-16 units. */
final class CharArrays extends PrimitiveArrays<char[]> {
    CharArrays() {
        super("char[]");
    }

    @Override
    char[] make(int length) {
        return new char[length];
    }

    @Override
    boolean hasSameBits(char kind, long itemBytes) {
        return itemBytes == Character.BYTES && kind == 'H';
    }

    @Override
    void copy(long address, char[] array) {
        Memory.copy(address, array, 0, array.length);
    }

    @Override
    public Object read(ThreadState state, long word, int depth) {
        return TypeReads.isString(word)
                ? Operations.of(state).asString(state, word).toCharArray()
                : super.read(state, word, depth);
    }

    @Override
    void set(ThreadState state, char[] array, int index, long word) {
        array[index] = ScalarReaders.character(state, word);
    }

    @Override
    void setInteger(char[] array, int index, long value) {
        array[index] = (char) inRange(value, index, Character.MIN_VALUE, Character.MAX_VALUE);
    }
}
