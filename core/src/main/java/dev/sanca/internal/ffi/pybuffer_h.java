package dev.sanca.internal.ffi;

/** The flags of CPython's {@code pybuffer.h}: what a consumer requests of a buffer. */
public final class pybuffer_h {
    private pybuffer_h() {}

    /** A simple block of bytes. */
    public static final int PyBUF_SIMPLE = 0;

    /** The memory must be writable. */
    public static final int PyBUF_WRITABLE = 0x0001;

    /** The consumer requests the format. */
    public static final int PyBUF_FORMAT = 0x0004;

    /** The consumer requests the shape. */
    public static final int PyBUF_ND = 0x0008;

    /** The consumer requests the strides. */
    public static final int PyBUF_STRIDES = 0x0010 | PyBUF_ND;

    /** Only C-contiguous memory. */
    public static final int PyBUF_C_CONTIGUOUS = 0x0020 | PyBUF_STRIDES;

    /** Only Fortran-contiguous memory. */
    public static final int PyBUF_F_CONTIGUOUS = 0x0040 | PyBUF_STRIDES;

    /** Either contiguous form. */
    public static final int PyBUF_ANY_CONTIGUOUS = 0x0080 | PyBUF_STRIDES;

    /** The consumer accepts suboffsets. */
    public static final int PyBUF_INDIRECT = 0x0100 | PyBUF_STRIDES;

    /** Everything but suboffsets, read only. */
    public static final int PyBUF_RECORDS_RO = PyBUF_STRIDES | PyBUF_FORMAT;

    /** Everything, read only. */
    public static final int PyBUF_FULL_RO = PyBUF_INDIRECT | PyBUF_FORMAT;

    /** {@code PyMemoryView_FromMemory}: a read-only view. */
    public static final int PyBUF_READ = 0x100;

    /** {@code PyMemoryView_FromMemory}: a writable view. */
    public static final int PyBUF_WRITE = 0x200;
}
