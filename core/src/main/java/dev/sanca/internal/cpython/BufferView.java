package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.Py_buffer;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.pybuffer_h;
import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Py_buffer} that is held.
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

    /**
     * Returns the buffer of a borrowed word, or null with a Python error set. The Java object is made first, so that nothing
     * can fail after the buffer is filled.
     */
    static @Nullable BufferView filledOrNull(long word) {
        BufferView view = new BufferView(Memory.allocate(Py_buffer.SIZE));
        boolean filled = false;
        try {
            filled = abstract_h.PyObject_GetBuffer(word, view.view, pybuffer_h.PyBUF_FULL_RO) == 0;
            return filled ? view : null;
        } finally {
            if (!filled) {
                Memory.free(view.view);
            }
        }
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
        // No dimension, as with a ctypes scalar; or one, and the exporter has not set the array that was asked for.
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
            PythonErrors.check(state, abstract_h.PyBuffer_ToContiguous(address, view, bytes(), 'C'));
        }
    }

    @Override
    public void close() {
        try {
            abstract_h.PyBuffer_Release(view);
        } finally {
            Memory.free(view);
        }
    }
}
