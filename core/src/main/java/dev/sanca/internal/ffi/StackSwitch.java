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
 * @implNote A block finds the stacks of the thread in thread-local storage: the value of a key of the C library is at a
 *     fixed distance from the thread pointer. The distance is found by search, not assumed, and checked with a second
 *     value. If it is not found, or on another system or processor, there are no C stacks, and every call runs on
 *     Java's stack. All blocks are written and then made executable at once. The addresses of the functions that they
 *     call are in a table beside them, which is filled as functions are linked.
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

    private static final int SEARCHED_BYTES = 1536;
    private static final long MARK = 0x5A17CA0F_5AFE57ACL;

    private static final int PROT_READ_WRITE = 3;
    private static final int PROT_READ_EXECUTE = 5;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;

    /** The blocks of this process; null if every call runs on Java's stack. */
    private static final @Nullable StackSwitch BLOCKS = createOrNull();

    private final int key;
    private final long code;
    private final long table;
    private int downs;
    private int ups;

    private StackSwitch(int key, long code, long table) {
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
        return BLOCKS == null ? 0 : libc.pthread_getspecific(BLOCKS.key);
    }

    /** Sets the control block of this thread. The C library unmaps it, with the stack, when the thread ends. */
    static void setControl(long control) {
        if (BLOCKS != null) {
            libc.pthread_setspecific(BLOCKS.key, control);
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
        int key = libc.pthread_key_create(helpers + threadPointer.length);
        if (key < 0) {
            return null;
        }
        int slot = slotOf(key, Downcall.callAddress(helpers));
        return slot == 0 ? null : createOrNull(machine, key, slot);
    }

    private static @Nullable StackSwitch createOrNull(MachineCode machine, int key, int slot) {
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

    /** Returns the distance of a key's value from the thread pointer, or 0 if it was not found. */
    private static int slotOf(int key, long threadPointer) {
        long thread = libc.pthread_self();
        int found = 0;
        int places = 0;
        libc.pthread_setspecific(key, MARK);
        for (int at = 0; at < SEARCHED_BYTES; at += 8) {
            if (Memory.getLong(thread + at) == MARK) {
                found = at;
                places++;
            }
        }
        libc.pthread_setspecific(key, ~MARK);
        boolean follows = places == 1 && Memory.getLong(thread + found) == ~MARK;
        libc.pthread_setspecific(key, 0);
        long distance = thread + found - threadPointer;
        boolean isNear = Math.abs(distance) < 4096;
        return follows && isNear && Memory.getLong(thread + found) == 0 ? (int) distance : 0;
    }
}
