package dev.sanca.own;

import dev.sanca.abi.Word;

/** What Sanca's other packages may do with a {@link Ref}; users, who see its subclasses, cannot reach it. */
public final class Refs {
    private Refs() {}

    /**
     * The word of a reference that is usable here and now. Borrowed: valid while {@code ref} is reachable and open.
     *
     * @throws IllegalStateException if it is closed, its scope is closed, or the thread is detached
     * @throws WrongThreadException if it belongs to another thread
     */
    public static long word(Ref ref) {
        Chunk c = ref.chunk;
        long word = c.words[ref.slot];
        if (word == 0 || c.state.active != Thread.currentThread()) {
            throw Misuse.of(ref);
        }
        return word;
    }

    /** The state of the thread that {@code ref} belongs to; use after {@link #word} has checked it. */
    public static ThreadState state(Ref ref) {
        return ref.chunk.state;
    }

    /** Whether {@link #word} would return. Any thread. */
    public static boolean isUsable(Ref ref) {
        Chunk c = ref.chunk;
        return c.words[ref.slot] != 0 && c.state.active == Thread.currentThread();
    }

    /** Whether the count has not been given back. Any thread; a foreign one may see a value that is out of date. */
    public static boolean isAlive(Ref ref) {
        return ref.chunk.words[ref.slot] != 0;
    }

    /**
     * Gives back the count now. A second call does nothing, nor does one after the interpreter has ended.
     *
     * @throws IllegalStateException if the thread is detached
     * @throws WrongThreadException on another thread
     */
    public static void close(Ref ref) {
        ThreadState state = ref.chunk.state;
        long word = take(ref);
        if (word != 0) {
            state.released++;
            Word.decref(word);
        }
    }

    /** Takes the count out of a reference and closes it; 0 if it was closed. Checks as {@link #close}. */
    static long take(Ref ref) {
        Chunk c = ref.chunk;
        int i = ref.slot;
        long word = c.words[i];
        if (word == 0) {
            return 0;
        }
        if (c.state.active != Thread.currentThread()) {
            if (ThreadStates.isFinalized()) {
                return 0;
            }
            throw Misuse.of(ref);
        }
        c.words[i] = 0;
        if (i == c.used - 1) {
            c.used = i;
        }
        ref.chunk = Chunk.CLOSED;
        ref.slot = 0;
        return word;
    }

    /**
     * Takes the count out of a reference and closes it.
     *
     * @return the word, a count that the caller owns
     * @throws IllegalStateException if it is closed or the thread is detached
     * @throws WrongThreadException on another thread
     */
    public static long release(Ref ref) {
        word(ref);
        ref.chunk.state.released++;
        return take(ref);
    }

    /** Moves a reference, with its count, into the region that encloses {@code from}. */
    static void move(Ref ref, Region from) {
        word(ref);
        Region to = from.parent;
        if (to == null || from.base) {
            throw Misuse.noEnclosingScope();
        }
        long word = take(ref);
        Chunk c = to.room(word);
        c.words[c.used] = word;
        ref.chunk = c;
        ref.slot = c.used++;
    }
}
