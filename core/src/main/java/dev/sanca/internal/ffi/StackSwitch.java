package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * Runs C code on a separate stack: a call from Java into Python switches to the second stack of the thread ({@link
 * CStack}), and a call back into Java switches to the first one.
 *
 * <p>Java gives a thread 1 MiB of stack by default, and some C code needs more: OpenBLAS factorises a matrix with
 * frames of half a megabyte. A Java program cannot enlarge the stack of a running thread. So a block of machine code
 * stands between the JVM's stub and the C function. It changes the stack pointer, calls the function with unchanged
 * arguments, and changes the stack pointer back. The operating system's thread stays the same: thread-local variables,
 * the GIL and locks are not affected. Java code only runs on the stack that the JVM knows, so nothing changes for the
 * JVM: it sees a thread in native code with the last Java frame where it was.
 *
 * <p><b>Thread:</b> any. On a thread without a C stack the block jumps straight to the function.
 *
 * <p><b>Cost:</b> about ten instructions each way.
 *
 * @implNote A block finds the stacks of the thread in thread-local storage: the value of a {@link ThreadKey} is at a fixed
 *     distance from the thread pointer. If that distance is not found, or on another system or processor, there are no C
 *     stacks, and every call runs on Java's stack. All blocks are written and then made executable at once. The addresses of
 *     the functions that they call are in a table beside them, which is filled as functions are linked.
 */
final class StackSwitch {
    private static final int DOWN_BLOCKS = 640;
    private static final int UP_BLOCKS = 64;
    private static final int DOWN_BYTES = 96;
    private static final int UP_BYTES = 192;
    private static final int UP_WORDS = 3;

    /**
     * The number of arguments that fit registers on both architectures. Further arguments would be on the wrong stack.
     */
    private static final int REGISTERS = 6;

    /** What an instruction of arm64 can add to the thread pointer. */
    private static final int FURTHEST_SLOT = 4096;

    private static final int PROT_READ_WRITE = 3;
    private static final int PROT_READ_EXECUTE = 5;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;

    /** The blocks of this process; null if every call runs on Java's stack. */
    private static final @Nullable StackSwitch BLOCKS = createOrNull();

    private final ThreadKey key;
    private final long code;
    private final long table;
    private int downs;
    private int ups;

    private StackSwitch(ThreadKey key, long code, long table) {
        this.key = key;
        this.code = code;
        this.table = table;
    }

    /** Returns whether threads get C stacks. */
    static boolean isActive() {
        return BLOCKS != null;
    }

    /**
     * Returns the address that Java calls instead of a C function, or the function itself if it takes too many
     * arguments or no block is free.
     */
    static long down(long function, int arguments) {
        return BLOCKS == null || arguments > REGISTERS ? function : BLOCKS.addDown(function);
    }

    /**
     * Returns the address that C calls instead of a Java function, or the function itself if no block is free.
     *
     * @param failure the result if Java's stack has no room for the function
     * @param raises whether {@link #setError the error} is set then
     */
    static long up(long function, long failure, boolean raises) {
        return BLOCKS == null ? function : BLOCKS.addUp(function, failure, raises);
    }

    /**
     * Sets the error that is raised if Java's stack has no room for a Java function: an exception type and its
     * argument. Both are borrowed and must stay valid until the process ends.
     */
    static void setError(long type, long message) {
        if (BLOCKS != null) {
            long error = BLOCKS.errorTable();
            Memory.putLong(error, type);
            Memory.putLong(error + 8, message);
        }
    }

    /** Returns the control block of this thread, or 0 if it has none. */
    static long control() {
        return BLOCKS == null ? 0 : BLOCKS.key.get();
    }

    /** Sets the control block of this thread. The C library unmaps it, with the stack, when the thread ends. */
    static void setControl(long control) {
        if (BLOCKS != null) {
            BLOCKS.key.set(control);
        }
    }

    private synchronized long addDown(long function) {
        if (downs == DOWN_BLOCKS) {
            return function;
        }
        Memory.putLong(downTable() + 8L * downs, function);
        return code + (long) DOWN_BYTES * downs++;
    }

    private synchronized long addUp(long function, long failure, boolean raises) {
        if (ups == UP_BLOCKS) {
            return function;
        }
        long words = upTable() + 8L * UP_WORDS * ups;
        Memory.putLong(words, function);
        Memory.putLong(words + 8, failure);
        Memory.putLong(words + 16, raises ? LibPython.find("PyErr_SetObject") : 0);
        return code + (long) DOWN_BYTES * DOWN_BLOCKS + (long) UP_BYTES * ups++;
    }

    private long errorTable() {
        return table;
    }

    private long downTable() {
        return table + 16;
    }

    private long upTable() {
        return downTable() + 8L * DOWN_BLOCKS;
    }

    // ---- creation, once in a process ----

    private static @Nullable StackSwitch createOrNull() {
        MachineCode machine = MachineCode.ofThisMachine();
        if (machine == null
                || !System.getProperty("os.name").equals("Linux")
                || "java".equals(System.getProperty("sanca.stack"))) {
            return null;
        }
        byte[] threadPointer = machine.threadPointer();
        byte[] unmap = machine.unmap(libcAddress("munmap"), CStack.CONTROL_OFFSET, CStack.MAPPED_BYTES);
        long helpers = map(threadPointer.length + (long) unmap.length);
        if (helpers == 0) {
            return null;
        }
        Memory.copy(threadPointer, 0, helpers, threadPointer.length);
        Memory.copy(unmap, 0, helpers + threadPointer.length, unmap.length);
        if (libc.mprotect(helpers, threadPointer.length + (long) unmap.length, PROT_READ_EXECUTE) != 0) {
            return null;
        }
        ThreadKey key = ThreadKey.makeOrNull(helpers + threadPointer.length);
        if (key == null || key.place() == 0) {
            return null;
        }
        long slot = libc.pthread_self() + key.place() - Downcall.callAddress(helpers);
        return Math.abs(slot) < FURTHEST_SLOT ? createOrNull(machine, key, (int) slot) : null;
    }

    private static @Nullable StackSwitch createOrNull(MachineCode machine, ThreadKey key, int slot) {
        long codeBytes = (long) DOWN_BYTES * DOWN_BLOCKS + (long) UP_BYTES * UP_BLOCKS;
        long codePages = (codeBytes + 0xFFFF) & ~0xFFFFL; // 64 KiB: a multiple of the page size of every kernel
        long tableBytes = 16 + 8L * DOWN_BLOCKS + 8L * UP_WORDS * UP_BLOCKS;
        long code = map(codePages + tableBytes);
        if (code == 0) {
            return null;
        }
        StackSwitch made = new StackSwitch(key, code, code + codePages);
        for (int i = 0; i < DOWN_BLOCKS; i++) {
            long at = code + (long) DOWN_BYTES * i;
            write(machine.down(slot, (int) (made.downTable() + 8L * i - at)), at, DOWN_BYTES);
        }
        for (int i = 0; i < UP_BLOCKS; i++) {
            long at = code + (long) DOWN_BYTES * DOWN_BLOCKS + (long) UP_BYTES * i;
            int words = (int) (made.upTable() + 8L * UP_WORDS * i - at);
            write(machine.up(slot, words, (int) (made.errorTable() - at)), at, UP_BYTES);
        }
        return libc.mprotect(code, codePages, PROT_READ_EXECUTE) == 0 ? made : null;
    }

    private static void write(byte[] block, long at, int most) {
        if (block.length > most) {
            throw new AssertionError("a block of " + block.length + " bytes where " + most + " are reserved");
        }
        Memory.copy(block, 0, at, block.length);
    }

    private static long map(long bytes) {
        long address = libc.mmap(0, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
        return address == -1 ? 0 : address;
    }

    private static long libcAddress(String name) {
        long text = Memory.newString(name);
        try {
            return libc.dlsym(0, text);
        } finally {
            Memory.free(text);
        }
    }
}
