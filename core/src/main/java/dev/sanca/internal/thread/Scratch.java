package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.Memory;

/**
 * A stack of native words for the arguments of calls. Each thread has one, so that a call allocates nothing.
 *
 * <p><b>Ownership:</b> the code that reserves a block releases it; blocks are released in reverse order. This class changes no
 * count of the words in a block.
 */
public final class Scratch {
    /**
     * How many words {@link #reserveFew} reserves: three arguments, the object of a method, and one word that the callee may
     * overwrite.
     */
    public static final int FEW = 5;

    private static final long BYTES = 8 * 512;

    /** Texts of more characters are copied through a new array. */
    private static final int CHARS = 4096;

    private long base;
    private long top;
    private long end;
    private char[] chars = {};

    /**
     * Returns an array of at least {@code length} characters. The next call may return the same array, so the caller runs no
     * other code before it has used the characters.
     */
    public char[] chars(int length) {
        if (length > CHARS) {
            return new char[length];
        } else if (chars.length < length) {
            chars = new char[CHARS];
        }
        return chars;
    }

    /**
     * Returns whether {@link #reserveFew} may be called: it may not before the first block is reserved, nor where calls are
     * nested too deep.
     */
    public boolean hasFew() {
        return end - top >= 8 * FEW;
    }

    /**
     * Reserves {@link #FEW} words, which are not cleared, and returns their address. Neither this method nor
     * {@link #releaseFew}, which releases them, makes a check.
     */
    public long reserveFew() {
        long block = top;
        top = block + 8 * FEW;
        return block;
    }

    /** Releases the block that was reserved last; {@link #reserveFew} must have reserved it. */
    public void releaseFew(long block) {
        top = block;
    }

    /**
     * Reserves {@code words} words, which are not cleared, and returns their address. Where calls are nested deep, or for many
     * arguments, the block is allocated.
     */
    public long reserve(int words) {
        long block = top;
        if (8L * words > end - block) {
            return reserveOther(words);
        }
        top = block + 8L * words;
        return block;
    }

    private long reserveOther(int words) {
        if (base == 0) {
            base = Memory.allocate(BYTES);
            top = base;
            end = base + BYTES;
            return reserve(words);
        }
        return Memory.allocate(8L * words);
    }

    /** Releases the block that was reserved last. */
    public void release(long block) {
        if (block >= base && block < end) {
            top = block;
        } else {
            Memory.free(block);
        }
    }

    /** Frees the memory, after the end of the thread. */
    void free() {
        Memory.free(base);
        base = 0;
        top = 0;
        end = 0;
    }
}
