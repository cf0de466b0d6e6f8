package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * The second stack of a thread, on which C code runs; see {@link StackSwitch}.
 *
 * <p>The mapping has 16 MiB of addresses; the system provides a page when it is first touched. Python's recursion check
 * stops in the middle of the stack, as if the stack had the 8 MiB of {@code python3}'s main thread. The other half is
 * for C code that Python calls and that does not check the stack. For 3.10 and 3.11 the mapping has 256 MiB ({@link
 * MachineCode#SIZE_BITS}), and the part for Python the more.
 *
 * <p><b>Ownership:</b> the thread owns its stack; the C library unmaps it when the thread ends.
 *
 * <p><b>Thread:</b> created and used on one thread.
 *
 * <p><b>Cost:</b> four system calls for each thread that attaches.
 */
public final class CStack {
    /** The size of the mapping, including the guard pages at its low end. */
    static final long MAPPED_BYTES = 1L << MachineCode.SIZE_BITS;

    private static final long GUARD_BYTES = 1 << 20;
    private static final long CONTROL_BYTES = 64;

    /** The distance from the beginning of the mapping to the control block; the first frame ends there. */
    static final long CONTROL_OFFSET = MAPPED_BYTES - CONTROL_BYTES;

    /** The part of the stack that Python's recursion check leaves to other C code. */
    private static final long RESERVED_BYTES = 7 << 20;

    /** The part of the stack that Python's recursion may use in a call that begins at its top. */
    static final long PYTHON_BYTES = CONTROL_OFFSET - GUARD_BYTES - RESERVED_BYTES;

    private static final int PROT_NONE = 0;
    private static final int PROT_READ_WRITE = 3;

    /** {@code MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK}. */
    private static final int MAP_FLAGS = 0x2 | 0x20 | 0x4000 | 0x20000;

    private static final int MADV_NOHUGEPAGE = 15;

    private final long control;

    private CStack(long control) {
        this.control = control;
    }

    /**
     * Returns the C stack of this thread and creates it if there is none.
     *
     * @param javaLimit the address on Java's stack below which no Java function may begin
     * @return the stack, or null if C code of this thread runs on Java's stack: {@link StackSwitch} is not active, or
     *     the system has no memory for a second stack
     */
    public static @Nullable CStack ofThisThread(long javaLimit) {
        if (!StackSwitch.isActive()) {
            return null;
        }
        long control = StackSwitch.control();
        if (control == 0) {
            control = make(javaLimit);
        }
        return control == 0 ? null : new CStack(control);
    }

    private static long make(long javaLimit) {
        long base = libc.mmap(0, MAPPED_BYTES, PROT_READ_WRITE, MAP_FLAGS, -1, 0);
        if (base == -1) {
            return 0;
        }
        libc.madvise(base, MAPPED_BYTES, MADV_NOHUGEPAGE); // a huge page would be 2 MiB for each thread
        if (libc.mprotect(base, GUARD_BYTES, PROT_NONE) != 0) {
            libc.munmap(base, MAPPED_BYTES);
            return 0;
        }
        long control = base + CONTROL_OFFSET;
        Memory.putLong(control + MachineCode.C_POINTER, control);
        Memory.putLong(control + MachineCode.C_LOW, base);
        Memory.putLong(control + MachineCode.JAVA_LIMIT, javaLimit);
        StackSwitch.setControl(control);
        return control;
    }

    /** Returns the address at which Python's recursion check should stop. */
    public long pythonLow() {
        return control - CONTROL_OFFSET + GUARD_BYTES + RESERVED_BYTES;
    }

    /** Returns the first address above the stack, where its first frame ends. */
    public long high() {
        return control;
    }

    /** Returns the number of bytes that Python's recursion may still use in a call that begins now. */
    long free() {
        return Memory.getLong(control + MachineCode.C_POINTER) - pythonLow();
    }
}
