package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.Memory;

/**
 * A stack of native words for the arguments of calls, one for each thread, so that a call allocates nothing.
 *
 * <p><b>Ownership:</b> whoever reserves a block releases it, in reverse order. The words in it are not counted here.
 */
public final class Scratch {
    /** What {@link #reserveFew} reserves: three arguments, the object of a method, and a word that is the callee's. */
    public static final int FEW = 5;

    private static final long BYTES = 8 * 512;

    /** Texts of more characters are copied through an array of their own. */
    private static final int CHARS = 4096;

    private long base;
    private long top;
    private long end;
    private char[] chars = {};

    /** Room for so many characters, for whoever runs nothing else before they are used. */
    public char[] chars(int length) {
        if (length > CHARS) {
            return new char[length];
        } else if (chars.length < length) {
            chars = new char[CHARS];
        }
        return chars;
    }

    /** Whether {@link #reserveFew} may be called: not before the first block, nor where calls nest deep. */
    public boolean hasFew() {
        return end - top >= 8 * FEW;
    }

    /** The address of {@link #FEW} words, not cleared. {@link #releaseFew} gives them back: without a test, either of them. */
    public long reserveFew() {
        long block = top;
        top = block + 8 * FEW;
        return block;
    }

    /** Gives back the block that was reserved last, by {@link #reserveFew}. */
    public void releaseFew(long block) {
        top = block;
    }

    /** The address of {@code words} words, not cleared. Deep nesting or many arguments take a block of their own. */
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

    /** Gives back the block that was reserved last. */
    public void release(long block) {
        if (block >= base && block < end) {
            top = block;
        } else {
            Memory.free(block);
        }
    }

    /** Frees the memory itself, when the thread has ended. */
    void free() {
        Memory.free(base);
        base = 0;
        top = 0;
        end = 0;
    }
}
