package dev.sanca.cpython;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.Py_buffer;
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
        long view = Memory.allocate(Py_buffer.SIZE);
        if (abstract_h.PyObject_GetBuffer(word, view, pybuffer_h.PyBUF_FULL_RO) < 0) {
            pyerrors_h.PyErr_Clear();
            Memory.free(view);
            return null;
        }
        return new BufferView(view);
    }

    /** The buffer of a borrowed word; throws Python's error if it has none to give. */
    static BufferView of(ThreadState state, long word) {
        long view = Memory.allocate(Py_buffer.SIZE);
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
        return Py_buffer.buf(view);
    }

    @Override
    public long bytes() {
        return Py_buffer.len(view);
    }

    @Override
    public long itemBytes() {
        return Py_buffer.itemsize(view);
    }

    @Override
    public int dimensions() {
        return Py_buffer.ndim(view);
    }

    @Override
    public long stride() {
        long[] strides = Py_buffer.strides(view);
        return strides == null || strides.length == 0 ? itemBytes() : strides[0];
    }

    @Override
    public long[] shape() {
        long[] shape = Py_buffer.shape(view);
        if (shape != null) {
            return shape;
        }
        // No dimension, as ctypes gives it; or one, of an exporter that leaves out what it was asked for.
        return dimensions() == 0 ? new long[0] : new long[] {bytes() / Math.max(1, itemBytes())};
    }

    @Override
    public long[] strides() {
        long[] strides = Py_buffer.strides(view);
        return strides != null ? strides : HeldBuffer.contiguousStrides(shape(), itemBytes());
    }

    @Override
    public boolean isReadOnly() {
        return Py_buffer.readonly(view);
    }

    @Override
    public boolean isIndirect() {
        return Py_buffer.hasSuboffsets(view);
    }

    @Override
    public boolean isContiguous() {
        return abstract_h.PyBuffer_IsContiguous(view, 'C') != 0;
    }

    @Override
    public String format() {
        String format = Py_buffer.format(view);
        return format == null ? "B" : format;
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
