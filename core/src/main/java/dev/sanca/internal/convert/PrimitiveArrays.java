package dev.sanca.internal.convert;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;

/**
 * Converts a Python list, tuple, object with a buffer, or any other iterable of numbers to a primitive array.
 *
 * <p><b>Cost:</b> lists and tuples are read without a reference for each element, by plain loads where the layout is proved. A
 * buffer of the same format is one copy; a buffer of another format is read element by element. Other iterables are made into a
 * list first.
 *
 * @param <A> the type of the array
 */
abstract class PrimitiveArrays<A> implements Reader {
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    final String name;

    PrimitiveArrays(String name) {
        this.name = name;
    }

    /** Returns the reader of arrays of a primitive type. */
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

    /** Returns a new array. */
    abstract A make(int length);

    /** Converts one borrowed object and stores it in the array. */
    abstract void set(ThreadState state, A array, int index, long word);

    /** Returns whether the elements of a buffer of this format and size have exactly the bits of the array's elements. */
    abstract boolean hasSameBits(char kind, long itemBytes);

    /** Copies contiguous elements that have the same bits. */
    abstract void copy(long address, A array);

    /** Stores an integer from a buffer; throws if it does not fit. */
    abstract void setInteger(A array, int index, long value);

    /** Stores an integer of 64 bits without a sign that is beyond a {@code long}; throws unless the array holds floating-point numbers. */
    void setUnsigned(A array, int index, long bits) {
        throw Numbers.doesNotFit(Long.toUnsignedString(bits), "long");
    }

    /** Stores a floating-point number from a buffer; throws if the array holds no such numbers. */
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
        NumPyScalars.checkBuffer(state, word, name);
        try (HeldBuffer buffer = Operations.of(state).bufferOrNull(state, word)) {
            if (buffer != null && accepts(buffer)) {
                return fromBuffer(state, buffer);
            } else if (buffer != null && buffer.format().contains("Z")) {
                throw ConversionError.type("cannot convert a buffer of complex numbers to a Java " + name);
            }
        }
        return fromIterable(state, word);
    }

    /** Returns whether the elements of a buffer can be read as elements of the array. */
    boolean accepts(HeldBuffer buffer) {
        return BufferElements.isNumber(buffer.kind());
    }

    /** Reads a list. A conversion that runs Python code may change the list. */
    A fromList(ThreadState state, long list) {
        int n = length(Operations.of(state).listSize(state, list));
        A array = make(n);
        for (int i = 0; i < n; i++) {
            setListItem(state, array, i, list, n);
        }
        return array;
    }

    /** Reads an element of a list that plain loads cannot convert. */
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

    /** Converts and stores an element. Consumes the reference {@code item}. */
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

    /** Reads a buffer for which {@link #accepts} is true. */
    A fromBuffer(ThreadState state, HeldBuffer buffer) {
        A array = make(length(buffer.bytes() / Math.max(1, buffer.itemBytes())));
        if (hasSameBits(buffer.kind(), buffer.itemBytes()) && buffer.isNativeOrder() && buffer.isContiguous()) {
            copy(buffer.address(), array);
        } else {
            BufferElements.read(state, buffer, this, array);
        }
        return array;
    }

    /** Returns a size as the length of an array; throws if it is too large for one. */
    final int length(long size) {
        if (size > MAX_LENGTH) {
            throw ConversionError.overflow(size + " elements are too many for a Java " + name);
        }
        return (int) size;
    }

    /** Returns an integer from a buffer, if it is between two bounds; throws otherwise. */
    final long inRange(long value, int index, long least, long most) {
        if (value < least || value > most) {
            throw ConversionError.at(
                    Numbers.doesNotFit(Long.toString(value), name.substring(0, name.length() - 2)),
                    "element " + index + " of the buffer");
        }
        return value;
    }
}
