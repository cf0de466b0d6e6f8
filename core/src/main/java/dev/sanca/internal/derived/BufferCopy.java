package dev.sanca.internal.derived;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;

/** A contiguous copy of the buffer of an object. Shape, strides and flags are those of the original. */
final class BufferCopy implements HeldBuffer {
    private final long address;
    private final long bytes;
    private final String format;
    private final long itemBytes;
    private final boolean readOnly;
    private final boolean contiguous;
    private final long[] shape;
    private final long[] strides;

    BufferCopy(
            byte[] bytes,
            String format,
            long itemBytes,
            boolean readOnly,
            boolean contiguous,
            long[] shape,
            long[] strides) {
        this.bytes = bytes.length;
        this.format = format;
        this.itemBytes = itemBytes;
        this.readOnly = readOnly;
        this.contiguous = contiguous;
        this.shape = shape;
        this.strides = strides;
        this.address = Memory.malloc(Math.max(1, bytes.length));
        try {
            Memory.copy(bytes, 0, address, bytes.length);
        } catch (Throwable e) { // no stack left
            Memory.free(address);
            throw e;
        }
    }

    @Override
    public long address() {
        return address;
    }

    @Override
    public boolean isCopy() {
        return true;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public long itemBytes() {
        return itemBytes;
    }

    @Override
    public int dimensions() {
        return shape.length;
    }

    /** Returns the stride of the copy, not of the original. */
    @Override
    public long stride() {
        return itemBytes;
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public long[] strides() {
        return strides.clone();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public boolean isIndirect() {
        return false;
    }

    @Override
    public boolean isContiguous() {
        return contiguous;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public void copyTo(ThreadState state, long to) {
        Memory.copy(address, to, bytes);
    }

    @Override
    public void close() {
        Memory.free(address);
    }
}
