package dev.sanca.internal.thread;

/**
 * Tests, in Java alone, whether some stack is left, before a class of Sanca is initialised or the C library is called. A class
 * whose initialisation runs out of stack can never be used again in its JVM.
 *
 * <p><b>Thread:</b> any.
 *
 * @implNote This class, and those that call it first, have no static initialiser. How much stack a recursive call takes depends
 *     on the compiler: some 30 bytes compiled, some 100 interpreted; the code that is probed for varies in the same way.
 */
public final class StackProbe {
    /** Recursive calls for code that makes a few calls. */
    public static final int FEW = 256;

    /** Recursive calls for code that initialises classes. */
    public static final int MANY = 1024;

    /** Recursive calls for the start of Python. */
    public static final int START = 4096;

    private StackProbe() {}

    /**
     * Calls itself {@code calls} times, and returns that number.
     *
     * @throws StackOverflowError if there is too little stack for the calls
     */
    public static int touch(int calls) {
        return calls == 0 ? 0 : 1 + touch(calls - 1);
    }
}
