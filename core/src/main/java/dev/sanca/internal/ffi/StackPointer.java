package dev.sanca.internal.ffi;

/**
 * Reads the stack pointer of the running thread.
 *
 * @implNote {@code _setjmp} stores the register within a few instructions, but glibc mangles it with a secret of the
 *     process ({@code PTR_MANGLE}). Where demangling was proved to agree with {@code getcontext}, which makes a system
 *     call, it is used. Nothing ever jumps to the buffer.
 */
public final class StackPointer {
    /** The size of the memory that {@link #get} needs. */
    public static final int BUFFER_BYTES = 1024;

    /** The offset of the register in glibc's {@code ucontext_t}, which {@code getcontext} fills. */
    private static final int CONTEXT_OFFSET = isX86() ? 160 : 432;

    /**
     * The offset of the register in {@code jmp_buf}, and that of the secret from {@code pthread_self()}: glibc on
     * x86-64.
     */
    private static final int JUMP_OFFSET = 48;

    private static final int SECRET_OFFSET = 0x30;
    private static final int SECRET_ROTATION = 17;
    private static final long NEAR_BYTES = 8192;

    private static final long SECRET;
    private static final boolean FAST;

    static {
        boolean fast = false;
        long secret = 0;
        if (isX86()) {
            long buffer = Memory.allocate(BUFFER_BYTES);
            secret = Memory.getLong(libc.pthread_self() + SECRET_OFFSET);
            fast = Math.abs(unscramble(buffer, secret) - slow(buffer)) < NEAR_BYTES;
            Memory.free(buffer);
        }
        SECRET = secret;
        FAST = fast;
    }

    private StackPointer() {}

    /**
     * Returns about the stack pointer of the caller.
     *
     * @param buffer {@link #BUFFER_BYTES} of memory that only this thread uses
     */
    public static long get(long buffer) {
        return FAST ? unscramble(buffer, SECRET) : slow(buffer);
    }

    private static long unscramble(long buffer, long secret) {
        libc._setjmp(buffer);
        return Long.rotateRight(Memory.getLong(buffer + JUMP_OFFSET), SECRET_ROTATION) ^ secret;
    }

    private static long slow(long buffer) {
        libc.getcontext(buffer);
        return Memory.getLong(buffer + CONTEXT_OFFSET);
    }

    private static boolean isX86() {
        return System.getProperty("os.arch").equals("amd64");
    }
}
