package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * The second stack of a thread, on which its C code runs; see {@link StackSwitch}.
 *
 * <p>It has 16 MiB of addresses, of which the system provides the pages that are touched. Python's own recursion ends in the
 * middle of it, as if the stack had the 8 MiB that {@code python3} has on its main thread; the other half is for C code that
 * Python calls and that asks nobody for room.
 *
 * <p><b>Ownership:</b> the thread's; unmapped by the C library when the thread ends.
 *
 * <p><b>Thread:</b> made on its own thread; {@link #free} is that thread's.
 *
 * <p><b>Cost:</b> four system calls for each thread that attaches.
 */
public final class CStack {
    /** What is mapped, the pages at the far end that nobody may touch included. */
    static final long MAPPED_BYTES = 1L << MachineCode.SIZE_BITS;

    private static final long GUARD_BYTES = 1 << 20;
    private static final long CONTROL_BYTES = 64;

    /** Where the control block begins, from the start of the mapping; the first frame ends there. */
    static final long CONTROL_OFFSET = MAPPED_BYTES - CONTROL_BYTES;

    /** What Python's recursion leaves to other C code. */
    private static final long RESERVED_BYTES = 7 << 20;

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
     * That of this thread, made if it has none; null where there are none, or where the system has no memory for one: then its
     * C code runs on Java's stack.
     *
     * @param javaLimit the address on Java's stack below which no Java function may begin
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

    /** The address at which Python's own recursion should end. */
    public long pythonLow() {
        return control - CONTROL_OFFSET + GUARD_BYTES + RESERVED_BYTES;
    }

    /** Where it begins, the first address that does not belong to it. */
    public long high() {
        return control;
    }

    /** How many bytes Python's recursion may still use, in a call that begins now. */
    long free() {
        return Memory.getLong(control + MachineCode.C_POINTER) - pythonLow();
    }
}
