package dev.sanca.own;

import dev.sanca.cpython.ffi.Memory;

/**
 * A stack of native words for the arguments of calls, one for each thread, so that a call allocates nothing.
 *
 * <p><b>Ownership:</b> whoever reserves a block releases it, in reverse order. The words in it are not counted here.
 */
public final class Scratch {
    private static final int WORDS = 512;

    private long base;
    private int used;

    /** {@link #WORDS}, or 0 while there is no memory yet. */
    private int end;

    /** The address of {@code words} words, not cleared. Deep nesting or many arguments take a block of their own. */
    public long reserve(int words) {
        int u = used;
        if (words > end - u) {
            return reserveOther(words);
        }
        used = u + words;
        return base + 8L * u;
    }

    private long reserveOther(int words) {
        if (base == 0) {
            base = Memory.allocate(8L * WORDS);
            end = WORDS;
            return reserve(words);
        }
        return Memory.allocate(8L * words);
    }

    /** Gives back the block that was reserved last. */
    public void release(long block, int words) {
        long at = block - base;
        if (at >= 0 && at < 8L * WORDS) {
            used -= words;
        } else {
            Memory.free(block);
        }
    }

    /** Frees the memory itself, when the thread has ended. */
    void free() {
        if (base != 0) {
            Memory.free(base);
            base = 0;
            end = 0;
        }
    }
}
