package dev.sanca.internal.thread;

/**
 * Finds out, in Java alone, whether some stack is left: for what is to be known before anything of Sanca or of the C library
 * is touched. A class whose initialisation runs out of stack can never be used again in its JVM.
 *
 * <p><b>Thread:</b> any.
 *
 * @implNote This class and what leads to it have nothing to initialise. How much of the stack a level takes depends on the
 *     compiler: some 30 bytes compiled, some 100 interpreted, as what is probed for takes the more as well.
 */
public final class StackProbe {
    /** Levels for what makes a few calls. */
    public static final int FEW = 256;

    /** Levels for what initialises classes. */
    public static final int MANY = 1024;

    /** Levels for the start of Python. */
    public static final int START = 4096;

    private StackProbe() {}

    /**
     * Goes so many levels deep, and returns.
     *
     * @throws StackOverflowError if there is no stack for them
     */
    public static int touch(int levels) {
        return levels == 0 ? 0 : 1 + touch(levels - 1);
    }
}
