package dev.sanca.cpython;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.cpython.ffi.pybuffer_h;
import dev.sanca.cpython.ffi.pyerrors_h;
import dev.sanca.own.ThreadState;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The buffer of a Python object while it is read: its memory stays where it is until this is closed.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Source:</b> {@code Include/pybuffer.h}, PEP 3118.
 */
public final class HeldBuffer implements AutoCloseable {
    private final long view;

    private HeldBuffer(long view) {
        this.view = view;
    }

    /** The buffer of a borrowed word; null if it has none to give. */
    public static @Nullable HeldBuffer ofOrNull(long word) {
        if (abstract_h.PyObject_CheckBuffer(word) == 0) {
            return null;
        }
        long view = Memory.allocate(pybuffer_h.SIZE);
        if (abstract_h.PyObject_GetBuffer(word, view, pybuffer_h.PyBUF_FULL_RO) < 0) {
            pyerrors_h.PyErr_Clear();
            Memory.free(view);
            return null;
        }
        return new HeldBuffer(view);
    }

    /** The buffer of a borrowed word; throws Python's error if it has none to give. */
    public static HeldBuffer of(ThreadState state, long word) {
        long view = Memory.allocate(pybuffer_h.SIZE);
        if (abstract_h.PyObject_GetBuffer(word, view, pybuffer_h.PyBUF_FULL_RO) < 0) {
            Memory.free(view);
            throw Errors.pending(state);
        }
        return new HeldBuffer(view);
    }

    /** Whether the type of a borrowed word has buffers. */
    public static boolean isOffered(long word) {
        return abstract_h.PyObject_CheckBuffer(word) != 0;
    }

    /** Address of the first element. */
    public long address() {
        return Memory.getLong(view + pybuffer_h.BUF);
    }

    /** Bytes of all elements together. */
    public long bytes() {
        return Memory.getLong(view + pybuffer_h.LEN);
    }

    /** Bytes of each element. */
    public long itemBytes() {
        return Memory.getLong(view + pybuffer_h.ITEMSIZE);
    }

    /** Number of dimensions; 0 for a single element. */
    public int dimensions() {
        return Memory.getInt(view + pybuffer_h.NDIM);
    }

    /** Bytes from one element of the only dimension to the next. */
    public long stride() {
        long strides = Memory.getLong(view + pybuffer_h.STRIDES);
        return strides == 0 ? itemBytes() : Memory.getLong(strides);
    }

    /** Elements along each dimension. */
    public long[] shape() {
        return sizes(pybuffer_h.SHAPE);
    }

    /** Bytes from one element to the next along each dimension. */
    public long[] strides() {
        return sizes(pybuffer_h.STRIDES);
    }

    private long[] sizes(long offset) {
        long[] sizes = new long[dimensions()];
        Memory.copy(Memory.getLong(view + offset), sizes, 0, sizes.length); // asked for, so there
        return sizes;
    }

    /** Whether writing is refused. */
    public boolean isReadOnly() {
        return Memory.getInt(view + pybuffer_h.READONLY) != 0;
    }

    /** Whether an element is found by following pointers. */
    public boolean isIndirect() {
        return Memory.getLong(view + pybuffer_h.SUBOFFSETS) != 0;
    }

    /** Whether the elements lie one after the other, the last dimension fastest. */
    public boolean isContiguous() {
        return abstract_h.PyBuffer_IsContiguous(view, 'C') != 0;
    }

    /** Whether the elements' bytes are in the machine's order. */
    public boolean isNativeOrder() {
        String format = format();
        return switch (format.isEmpty() ? '@' : format.charAt(0)) {
            case '>', '!' -> ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
            case '<' -> ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
            default -> true;
        };
    }

    /** The elements' format with its byte order, as in Python's {@code struct}. */
    public String format() {
        long format = Memory.getLong(view + pybuffer_h.FORMAT);
        return format == 0 ? "B" : Memory.getString(format);
    }

    /** The elements' kind as in Python's {@code struct}, such as {@code d}; 0 if an element is no plain number. */
    public char kind() {
        String format = format();
        int order = format.isEmpty() || "@=<>!".indexOf(format.charAt(0)) < 0 ? 0 : 1;
        return format.length() == order + 1 ? format.charAt(order) : 0;
    }

    /** Copies all elements, the last dimension fastest. */
    public void copyTo(ThreadState state, long address) {
        if (isContiguous()) {
            Memory.copy(address(), address, bytes());
        } else {
            Errors.check(state, abstract_h.PyBuffer_ToContiguous(address, view, bytes(), 'C'));
        }
    }

    @Override
    public void close() {
        abstract_h.PyBuffer_Release(view);
        Memory.free(view);
    }
}
