package dev.sanca.cpython;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.cpython.ffi.pybuffer_h;
import dev.sanca.cpython.ffi.pyerrors_h;
import dev.sanca.own.HeldBuffer;
import dev.sanca.own.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * A buffer by CPython's C API.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Source:</b> {@code Include/pybuffer.h}, PEP 3118.
 */
final class BufferView implements HeldBuffer {
    private final long view;

    private BufferView(long view) {
        this.view = view;
    }

    /** The buffer of a borrowed word; null if it has none to give. */
    static @Nullable BufferView ofOrNull(long word) {
        if (abstract_h.PyObject_CheckBuffer(word) == 0) {
            return null;
        }
        long view = Memory.allocate(pybuffer_h.SIZE);
        if (abstract_h.PyObject_GetBuffer(word, view, pybuffer_h.PyBUF_FULL_RO) < 0) {
            pyerrors_h.PyErr_Clear();
            Memory.free(view);
            return null;
        }
        return new BufferView(view);
    }

    /** The buffer of a borrowed word; throws Python's error if it has none to give. */
    static BufferView of(ThreadState state, long word) {
        long view = Memory.allocate(pybuffer_h.SIZE);
        if (abstract_h.PyObject_GetBuffer(word, view, pybuffer_h.PyBUF_FULL_RO) < 0) {
            Memory.free(view);
            throw Errors.pending(state);
        }
        return new BufferView(view);
    }

    /** Whether the type of a borrowed word has buffers. */
    static boolean isOffered(long word) {
        return abstract_h.PyObject_CheckBuffer(word) != 0;
    }

    @Override
    public long address() {
        return Memory.getLong(view + pybuffer_h.BUF);
    }

    @Override
    public long bytes() {
        return Memory.getLong(view + pybuffer_h.LEN);
    }

    @Override
    public long itemBytes() {
        return Memory.getLong(view + pybuffer_h.ITEMSIZE);
    }

    @Override
    public int dimensions() {
        return Memory.getInt(view + pybuffer_h.NDIM);
    }

    @Override
    public long stride() {
        long strides = Memory.getLong(view + pybuffer_h.STRIDES);
        return strides == 0 ? itemBytes() : Memory.getLong(strides);
    }

    @Override
    public long[] shape() {
        return sizes(pybuffer_h.SHAPE);
    }

    @Override
    public long[] strides() {
        return sizes(pybuffer_h.STRIDES);
    }

    private long[] sizes(long offset) {
        long[] sizes = new long[dimensions()];
        Memory.copy(Memory.getLong(view + offset), sizes, 0, sizes.length); // asked for, so there
        return sizes;
    }

    @Override
    public boolean isReadOnly() {
        return Memory.getInt(view + pybuffer_h.READONLY) != 0;
    }

    @Override
    public boolean isIndirect() {
        return Memory.getLong(view + pybuffer_h.SUBOFFSETS) != 0;
    }

    @Override
    public boolean isContiguous() {
        return abstract_h.PyBuffer_IsContiguous(view, 'C') != 0;
    }

    @Override
    public String format() {
        long format = Memory.getLong(view + pybuffer_h.FORMAT);
        return format == 0 ? "B" : Memory.getString(format);
    }

    @Override
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
