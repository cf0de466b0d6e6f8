package dev.sanca.internal.ffi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of one processor architecture that {@link StackSwitch} needs, as bytes.
 *
 * <p>Each method returns one block of position-independent code. A block reads the addresses of functions from tables
 * in memory, which lie at a distance from the block that the caller passes. So all blocks can be written and made
 * executable before any function is known.
 *
 * <p><b>Source:</b> System V ABI for x86-64, AAPCS64 for arm64; thread-local storage as glibc lays it out.
 */
interface MachineCode {
    /** The offset, in a control block, of the stack pointer at which the next call from Java into C begins. */
    int C_POINTER = 0;

    /** The offset of Java's stack pointer in the running call from Java into C. */
    int JAVA_POINTER = 8;

    /** The offset of the lowest address of the C stack. */
    int C_LOW = 16;

    /** The offset of the address on Java's stack below which no call from C into Java may begin. */
    int JAVA_LIMIT = 24;

    /**
     * An address belongs to the C stack if its distance from {@link #C_LOW} is less than 2 to this power: 16 MiB, and
     * 256 MiB for 3.10 and 3.11. These two have one counter for calls of Python functions and calls in C, so Sanca must
     * expect that each of the levels that {@code sys.setrecursionlimit} allows takes C's stack.
     */
    int SIZE_BITS = LibPython.has("PyUnstable_Code_New") ? 24 : 28; // added in 3.12

    /** Returns a function {@code long f(void)} that returns the thread pointer. */
    byte[] threadPointer();

    /**
     * Returns a function {@code void f(void *control)} that unmaps the C stack of an ended thread.
     *
     * @param munmap address of the C library's {@code munmap}
     * @param bytesBelowControl distance from the beginning of the mapping to the control block
     * @param bytes size of the mapping
     */
    byte[] unmap(long munmap, long bytesBelowControl, long bytes);

    /**
     * Returns code that calls a C function with unchanged arguments, on the C stack of this thread if it has one.
     *
     * @param slot offset of the thread's control block pointer from the thread pointer
     * @param function distance from the block to the word that holds the function's address
     */
    byte[] down(int slot, int function);

    /**
     * Returns code that calls a Java function with unchanged arguments, on Java's stack if this thread runs on its C
     * stack. If too little of Java's stack is left, the code calls {@code raise(type, message)}, unless the address of
     * {@code raise} is 0, and returns the failure value.
     *
     * @param slot offset of the thread's control block pointer from the thread pointer
     * @param function distance from the block to three words: the address of the Java function, the failure value, and
     *     the address of {@code raise} or 0
     * @param error distance from the block to two words, the arguments of {@code raise}
     */
    byte[] up(int slot, int function, int error);

    /** Returns the code of this machine's architecture, or null if there is none. */
    static @Nullable MachineCode ofThisMachine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> new X86Code();
            case "aarch64" -> new Arm64Code();
            default -> null;
        };
    }

    /** Returns a buffer in the byte order that both architectures use. */
    static ByteBuffer block(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the bytes of a block, those that were not written as zeros. */
    static byte[] bytes(ByteBuffer block) {
        byte[] bytes = new byte[block.capacity()];
        block.get(0, bytes);
        return bytes;
    }
}
