package dev.sanca.internal.convert;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.Py_buffer;
import dev.sanca.internal.thread.ThreadState;

/** Reads the elements of a buffer one by one, for a buffer whose format, byte order or spacing differs from the array's. */
final class BufferElements {
    private static final String SIGNED = "bhilqn";
    private static final String UNSIGNED = "BHILQN?c";
    private static final String FLOATING = "efd";

    private BufferElements() {}

    /** Returns whether a format character of {@code struct} is a number that Java has, in one of its sizes. */
    static boolean isNumber(char kind) {
        return kind != 0 && (SIGNED + UNSIGNED + FLOATING).indexOf(kind) >= 0;
    }

    /** Reads all elements of a buffer into an array of the same length. */
    static <A> void read(ThreadState state, HeldBuffer buffer, PrimitiveArrays<A> arrays, A array) {
        if (buffer.isContiguous()) {
            read(buffer, buffer.address(), buffer.itemBytes(), arrays, array);
        } else if (buffer.dimensions() == 1 && !buffer.isIndirect()) {
            read(buffer, buffer.address(), buffer.stride(), arrays, array);
        } else {
            long copy = Memory.malloc(buffer.bytes());
            try {
                buffer.copyTo(state, copy);
                read(buffer, copy, buffer.itemBytes(), arrays, array);
            } finally {
                Memory.free(copy);
            }
        }
    }

    private static <A> void read(HeldBuffer buffer, long first, long step, PrimitiveArrays<A> arrays, A array) {
        char kind = buffer.kind();
        int size = (int) buffer.itemBytes();
        boolean swapped = !buffer.isNativeOrder();
        int n = (int) (buffer.bytes() / Math.max(1, size)); // the items of an empty ctypes array may have 0 bytes
        if (FLOATING.indexOf(kind) >= 0) {
            for (int i = 0; i < n; i++) {
                arrays.setFloating(array, i, floating(bits(first + i * step, size, swapped), size));
            }
            return;
        }
        boolean signed = SIGNED.indexOf(kind) >= 0;
        for (int i = 0; i < n; i++) {
            long bits = bits(first + i * step, size, swapped);
            if (!signed && size == Long.BYTES && bits < 0) {
                setUnsigned(arrays, array, i, bits);
                continue;
            }
            int unused = Long.SIZE - size * Byte.SIZE;
            arrays.setInteger(array, i, signed ? bits << unused >> unused : bits);
        }
    }

    private static <A> void setUnsigned(PrimitiveArrays<A> arrays, A array, int i, long bits) {
        try {
            arrays.setUnsigned(array, i, bits);
        } catch (ConversionError e) {
            throw ConversionError.at(e, "element " + i + " of the buffer");
        }
    }

    /** Returns the bits of an element, in the low bits of the result. */
    private static long bits(long address, int size, boolean swapped) {
        long bits = Py_buffer.item(address, size);
        return swapped ? Long.reverseBytes(bits) >>> (Long.SIZE - size * Byte.SIZE) : bits;
    }

    private static double floating(long bits, int size) {
        return switch (size) {
            case 2 -> Float.float16ToFloat((short) bits);
            case 4 -> Float.intBitsToFloat((int) bits);
            default -> Double.longBitsToDouble(bits);
        };
    }
}
