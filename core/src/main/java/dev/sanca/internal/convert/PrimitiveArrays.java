package dev.sanca.internal.convert;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;

/**
 * A primitive array from a Python list, tuple, object with a buffer, or any other iterable of numbers.
 *
 * <p><b>Cost:</b> lists and tuples are read without a reference for each element, inline where the layout is proved; a
 * buffer of the same format in one copy, another in one pass; other iterables go through a list.
 *
 * @param <A> the array
 */
abstract class PrimitiveArrays<A> implements Reader {
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    final String name;

    PrimitiveArrays(String name) {
        this.name = name;
    }

    /** The reader for a primitive component. */
    static Reader of(Class<?> component) {
        if (component == long.class) {
            return new LongArrays();
        } else if (component == int.class) {
            return new IntArrays();
        } else if (component == double.class) {
            return new DoubleArrays();
        } else if (component == byte.class) {
            return new ByteArrays();
        } else if (component == float.class) {
            return new FloatArrays();
        } else if (component == short.class) {
            return new ShortArrays();
        } else if (component == char.class) {
            return new CharArrays();
        }
        return new BooleanArrays();
    }

    /** A new array. */
    abstract A make(int length);

    /** Reads one borrowed object into the array. */
    abstract void set(ThreadState state, A array, int index, long word);

    /** Whether elements of a buffer of this kind and size have exactly the bits of the array's. */
    abstract boolean hasSameBits(char kind, long itemBytes);

    /** Copies contiguous elements with the same bits. */
    abstract void copy(long address, A array);

    /** Stores an integer of a buffer, if the array takes it. */
    abstract void setInteger(A array, int index, long value);

    /** Stores a floating-point number of a buffer, if the array takes it. */
    void setFloating(A array, int index, double value) {
        throw ConversionError.type("cannot convert a buffer of floating-point numbers to a Java " + name);
    }

    @Override
    public Object read(ThreadState state, long word, int depth) {
        if (TypeReads.isExactList(word)) {
            return fromList(state, word);
        } else if (TypeReads.isExactTuple(word)) {
            return fromTuple(state, word);
        }
        try (HeldBuffer buffer = Operations.of(state).bufferOrNull(state, word)) {
            if (buffer != null && accepts(buffer)) {
                return fromBuffer(state, buffer);
            } else if (buffer != null && buffer.format().contains("Z")) {
                throw ConversionError.type("cannot convert a buffer of complex numbers to a Java " + name);
            }
        }
        return fromIterable(state, word);
    }

    /** Whether the elements of a buffer can be read as such. */
    boolean accepts(HeldBuffer buffer) {
        return BufferElements.isNumber(buffer.kind());
    }

    /** From a list: one of ours or a user's, which a conversion that runs Python code may change. */
    A fromList(ThreadState state, long list) {
        int n = length(Operations.of(state).listSize(state, list));
        A array = make(n);
        for (int i = 0; i < n; i++) {
            setListItem(state, array, i, list, n);
        }
        return array;
    }

    /** Reads the element of a list that needs more than an inline read. */
    final void setListItem(ThreadState state, A array, int i, long list, int n) {
        setOwned(state, array, i, Operations.of(state).listItem(state, list, i), "list");
        if (Operations.of(state).listSize(state, list) != n) {
            throw ConversionError.changed("list");
        }
    }

    private A fromTuple(ThreadState state, long tuple) {
        int n = length(Operations.of(state).tupleSize(state, tuple));
        A array = make(n);
        for (int i = 0; i < n; i++) {
            setOwned(state, array, i, Operations.of(state).tupleItem(state, tuple, i), "tuple");
        }
        return array;
    }

    /** Takes the count of {@code item}. */
    private void setOwned(ThreadState state, A array, int i, long item, String what) {
        try {
            set(state, array, i, item);
        } catch (RuntimeException e) {
            throw ConversionError.at(e, "element " + i + " of " + what);
        } finally {
            Word.decref(item);
        }
    }

    private A fromIterable(ThreadState state, long word) {
        long iterator = Elements.iterator(state, word, name);
        long list;
        try {
            list = Operations.of(state).list(state, iterator);
        } finally {
            Word.decref(iterator);
        }
        try {
            return fromList(state, list);
        } finally {
            Word.decref(list);
        }
    }

    /** From a buffer whose elements are accepted. */
    A fromBuffer(ThreadState state, HeldBuffer buffer) {
        A array = make(length(buffer.bytes() / Math.max(1, buffer.itemBytes())));
        if (hasSameBits(buffer.kind(), buffer.itemBytes()) && buffer.isNativeOrder() && buffer.isContiguous()) {
            copy(buffer.address(), array);
        } else {
            BufferElements.read(state, buffer, this, array);
        }
        return array;
    }

    /** Of an array that exists. */
    final int length(long size) {
        if (size > MAX_LENGTH) {
            throw ConversionError.overflow(size + " elements are too many for a Java " + name);
        }
        return (int) size;
    }

    /** An integer of a buffer between two bounds. */
    final long inRange(long value, int index, long least, long most) {
        if (value < least || value > most) {
            throw ConversionError.at(
                    Numbers.doesNotFit(Long.toString(value), name.substring(0, name.length() - 2)),
                    "element " + index + " of the buffer");
        }
        return value;
    }
}
