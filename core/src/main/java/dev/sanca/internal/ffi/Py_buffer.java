package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code Py_buffer} at an address; each method reads the field of its name.
 *
 * <p><b>Source:</b> {@code Include/pybuffer.h}, PEP 3118.
 */
public final class Py_buffer {
    /** {@code sizeof(Py_buffer)}. */
    public static final long SIZE = 80;

    private static final long BUF = 0;
    private static final long LEN = 16;
    private static final long ITEMSIZE = 24;
    private static final long READONLY = 32;
    private static final long NDIM = 36;
    private static final long FORMAT = 40;
    private static final long SHAPE = 48;
    private static final long STRIDES = 56;
    private static final long SUBOFFSETS = 64;

    private Py_buffer() {}

    /** {@code void *buf}. */
    public static long buf(long view) {
        return Memory.getLong(view, BUF);
    }

    /** {@code Py_ssize_t len}, in bytes. */
    public static long len(long view) {
        return Memory.getLong(view, LEN);
    }

    /** {@code Py_ssize_t itemsize}. */
    public static long itemsize(long view) {
        return Memory.getLong(view, ITEMSIZE);
    }

    /** {@code int readonly}. */
    public static boolean readonly(long view) {
        return Memory.getInt(view, READONLY) != 0;
    }

    /** {@code int ndim}. */
    public static int ndim(long view) {
        return Memory.getInt(view, NDIM);
    }

    /** {@code char *format}; null stands for unsigned bytes. */
    public static @Nullable String format(long view) {
        long format = Memory.getLong(view, FORMAT);
        return format == 0 ? null : Memory.getString(format);
    }

    /** {@code Py_ssize_t *shape}, {@link #ndim} of them; null if the buffer was requested without {@code PyBUF_ND}. */
    public static long @Nullable [] shape(long view) {
        return sizes(view, SHAPE);
    }

    /**
     * {@code Py_ssize_t *strides}, {@link #ndim} of them; null if the buffer was requested without
     * {@code PyBUF_STRIDES}.
     */
    public static long @Nullable [] strides(long view) {
        return sizes(view, STRIDES);
    }

    /** Returns whether {@code Py_ssize_t *suboffsets} is not NULL: items are reached through pointers. */
    public static boolean hasSuboffsets(long view) {
        return Memory.getLong(view, SUBOFFSETS) != 0;
    }

    /** Returns the bits of an item of 1, 2, 4 or 8 bytes, in the low end. */
    public static long item(long address, int bytes) {
        return switch (bytes) {
            case 1 -> Memory.getByte(address) & 0xffL;
            case 2 -> Memory.getShort(address) & 0xffffL;
            case 4 -> Memory.getInt(address) & 0xffff_ffffL;
            default -> Memory.getLong(address);
        };
    }

    private static long @Nullable [] sizes(long view, long offset) {
        long address = Memory.getLong(view, offset);
        if (address == 0) {
            return null;
        }
        long[] sizes = new long[ndim(view)];
        Memory.copy(address, sizes, 0, sizes.length);
        return sizes;
    }
}
