package dev.sanca.internal.ffi;

/**
 * The running thread's stack pointer, from Java.
 *
 * @implNote {@code _setjmp} stores it in a few instructions, but glibc scrambles it with a secret of the process; where
 *     unscrambling was proved to agree with {@code getcontext}, which makes a system call, it is used. Nothing ever jumps
 *     to the buffer.
 */
public final class StackPointer {
    /** Size of the memory that {@link #get} needs. */
    public static final int BUFFER_BYTES = 1024;

    /** Where {@code getcontext} puts the register: glibc's {@code ucontext_t}. */
    private static final int CONTEXT_OFFSET = isX86() ? 160 : 432;

    /** Where {@code _setjmp} puts it, and where the secret is, from {@code pthread_self()}: glibc on x86-64. */
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

    /** About the stack pointer of the caller. {@code buffer} is this thread's own memory. */
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
