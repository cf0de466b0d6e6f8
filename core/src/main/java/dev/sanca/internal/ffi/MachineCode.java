package dev.sanca.internal.ffi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of one processor architecture that {@link StackSwitch} needs, as bytes.
 *
 * <p>Each method returns one block of position-independent code. A block reads the words that it works on from tables in
 * memory, at distances from the block itself that the caller gives, so that the code can be written once and made executable
 * for good before any function is known.
 *
 * <p><b>Source:</b> System V ABI for x86-64, AAPCS64 for arm64; thread-local storage as glibc lays it out.
 */
interface MachineCode {
    /** Offset, in a control block, of the stack pointer at which the next call from Java into C begins. */
    int C_POINTER = 0;

    /** Offset of Java's stack pointer in the call from Java into C that is running. */
    int JAVA_POINTER = 8;

    /** Offset of the lowest address of the C stack. */
    int C_LOW = 16;

    /** Offset of the address below which no call from C into Java may begin on Java's stack. */
    int JAVA_LIMIT = 24;

    /** Addresses at a distance of less than 2 to this power from {@link #C_LOW} belong to the C stack. */
    int SIZE_BITS = 24;

    /** A function {@code long f(void)} that returns the thread pointer. */
    byte[] threadPointer();

    /** A function {@code void f(void *control)} that unmaps the C stack of an ended thread. */
    byte[] unmap(long munmap, long bytesBelowControl, long bytes);

    /**
     * Calls a C function with the arguments as they are, on the C stack of this thread if it has one.
     *
     * @param slot offset of the thread's control block pointer from the thread pointer
     * @param function distance from the block to the word that holds the function's address
     */
    byte[] down(int slot, int function);

    /**
     * Calls a Java function with the arguments as they are, on Java's stack if this thread runs on its C stack. With too little
     * of Java's stack left it calls {@code raise(type, message)} if there is such a function, and returns the failure value.
     *
     * @param slot offset of the thread's control block pointer from the thread pointer
     * @param function distance from the block to three words: the address of the Java function, the failure value, and the
     *     address of {@code raise} or 0
     * @param error distance from the block to two words, the arguments of {@code raise}
     */
    byte[] up(int slot, int function, int error);

    /** That of this machine; null if there is none. */
    static @Nullable MachineCode ofThisMachine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> new X86Code();
            case "aarch64" -> new Arm64Code();
            default -> null;
        };
    }

    /** Bytes in the order that both architectures use. */
    static ByteBuffer block(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All bytes of a block. */
    static byte[] bytes(ByteBuffer code) {
        byte[] bytes = new byte[code.capacity()];
        code.get(0, bytes);
        return bytes;
    }
}
