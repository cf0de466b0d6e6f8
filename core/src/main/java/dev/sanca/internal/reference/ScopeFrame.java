package dev.sanca.internal.reference;

import dev.sanca.internal.word.Word;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One depth of a thread's stack of scopes, and the storage of the scope that is open at this depth: the chunk that is being
 * filled, and the retired chunks whose references may still be reachable. The next scope at the same depth uses the same frame.
 *
 * <p><b>Thread:</b> only the thread whose stack the frame belongs to.
 *
 * @implNote A scope is not its own storage because of G1: there, a store of a young object into an old one takes a fence of
 *     some 20 cycles, and so does a store between two old objects that are far apart. A thread's stack is old, while scopes are
 *     opened all the time. So to open a scope stores numbers only.
 *
 *     <p>Each slot of a chunk that several scopes use is used by one scope only: a reference that was not closed with its scope
 *     still points to its slot, which stays empty for ever.
 *
 *     <p>The counts of unreachable chunks are decremented only in the <em>activation</em> that made them: the frames from the
 *     innermost one up to the first that begins an activation (the outermost token, or the token of an upcall). Outside of it, a
 *     downcall of the same thread may be using a word whose reference the garbage collector has already found unreachable.
 */
public final class ScopeFrame {
    /** Frames at this depth and deeper are not kept, so that one deep recursion does not hold memory for ever. */
    private static final int KEPT = 64;

    /**
     * A value of {@code pressureSeen} in place of an epoch: {@code state.chunk} may belong to a frame that is not the
     * innermost.
     */
    private static final int ELSEWHERE = -1;

    final ScopeStack state;

    /** How many frames enclose this one. */
    final int depth;

    /** How often a scope was opened or closed in this frame. Each scope remembers the number of its own opening. */
    private long serial;

    /** The serial number of the scope in this frame whose close failed, for want of stack or memory; 0 if there is none. */
    long failed;

    /** Whether an activation begins here: the scope is the outermost token, or the token of a call from Python. */
    boolean beginsActivation;

    /** The depth of nested calls from Python at which the scope was opened. */
    int activation;

    Chunk chunk = Chunk.EMPTY;
    private short nextSize;
    private @Nullable RetiredChunks retired;

    private ScopeFrame(ScopeStack state, int depth) {
        this.state = state;
        this.depth = depth;
    }

    /** Returns the frame of the next scope of {@code state}. */
    public static ScopeFrame next(ScopeStack state) {
        int depth = state.depth;
        ScopeFrame frame = depth < state.frames.length ? state.frames[depth] : null;
        return frame != null ? frame : make(state, depth);
    }

    /** Returns the serial number of the next scope in this frame. */
    public long nextSerial() {
        return serial + 1;
    }

    /** Returns the serial number of the scope that is open in this frame; a number that no scope has while none is open. */
    long serial() {
        return serial;
    }

    /**
     * Opens a scope in this frame. The caller has made the scope object already, so that nothing can fail between the two.
     *
     * @implNote Makes no call, so that it happens as a whole or not at all: where the stack ends, a call fails at its
     *     beginning.
     */
    public void open(boolean beginsActivation) {
        ScopeStack thread = state;
        this.beginsActivation = beginsActivation || depth == 0;
        activation = thread.activation;
        nextSize = Chunk.FIRST_SIZE;
        Chunk kept = chunk;
        if (kept != Chunk.EMPTY) {
            kept.activation = thread.activation;
        }
        if (thread.pressureSeen != ELSEWHERE) {
            thread.pressureBefore = thread.pressureSeen;
            thread.pressureSeen = ELSEWHERE;
        }
        serial++;
        thread.depth = depth + 1;
        thread.opened++;
    }

    private static ScopeFrame make(ScopeStack state, int depth) {
        ScopeFrame frame = new ScopeFrame(state, depth);
        if (depth >= state.frames.length) {
            state.frames = Arrays.copyOf(state.frames, Math.max(4, depth * 2));
        }
        state.frames[depth] = frame;
        return frame;
    }

    /** Makes the thread's cached chunk that of this frame, if it may be that of a frame that was innermost before. */
    private void refreshCachedChunk() {
        if (state.pressureSeen == ELSEWHERE) {
            if (state.chunk != chunk) {
                state.chunk = chunk;
            }
            state.pressureSeen = state.pressureBefore;
        }
    }

    /** Returns the next outer frame. This frame must not be the outermost. */
    ScopeFrame enclosing() {
        return state.open(depth - 1);
    }

    /** Returns whether {@code frame} is this frame or inside it. */
    boolean encloses(@Nullable ScopeFrame frame) {
        return frame != null && frame.state == state && frame.depth >= depth;
    }

    /**
     * Returns a chunk with room for one more reference in this frame, which is the innermost. Decrements the count of
     * {@code word} if this throws.
     */
    Chunk nextChunk(long word) {
        try {
            refreshCachedChunk();
            boolean isPressed = state.pressureSeen != Pressure.epoch;
            if (isPressed) {
                Pressure.relieve(state);
            }
            if (isPressed || chunk.used == chunk.words.length) {
                state.releaseUnreachable();
                ReleasePool.drainUnreachable();
                makeRoom();
            }
            return chunk;
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
    }

    /**
     * Returns a chunk with room for one more reference in this frame, innermost or not. Decrements the count of {@code word} if
     * this throws.
     */
    Chunk chunkWithRoom(long word) {
        try {
            makeRoom();
            return chunk;
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
    }

    private void makeRoom() {
        if (chunk.used == chunk.words.length) {
            retire();
            Pressure.countRetired(state);
        }
        if (chunk.used == chunk.words.length) { // code that a release ran meanwhile may have made a chunk here
            fill(new Chunk(this, nextSize));
            nextSize = (short) Math.min(Chunk.FULL_SIZE, nextSize * 2);
        }
    }

    private void fill(Chunk c) {
        chunk = c;
        if (state.depth == depth + 1) {
            state.chunk = c;
        }
    }

    /** Retires the chunk that is being filled: from now on only its references keep it reachable. */
    void retire() {
        if (chunk.used == chunk.start) {
            return;
        }
        if (retired == null) {
            retired = new RetiredChunks();
        }
        RetiredChunk r = retired.add(chunk);
        fill(Chunk.EMPTY);
        state.uncollected += r.count();
    }

    /** Decrements the counts of the chunks that the garbage collector has found unreachable. */
    void releaseUnreachable() {
        RetiredChunks chunks = retired;
        if (chunks == null) {
            return;
        }
        for (RetiredChunk r; (r = chunks.pollUnreachable()) != null; ) {
            state.uncollected -= r.count();
            r.next = null;
            release(state, r);
        }
    }

    /**
     * Closes the scope that is open in this frame, and decrements every count that is left in it. Python code that a decrement
     * runs may open another scope in this frame meanwhile.
     */
    void close() {
        ScopeStack thread = state;
        if (thread.pressureSeen != ELSEWHERE) { // no call, as in open, and for the same reason
            thread.pressureBefore = thread.pressureSeen;
            thread.pressureSeen = ELSEWHERE;
        }
        serial++;
        thread.depth = depth;
        Chunk last = chunk;
        if (last.used != last.start) {
            chunk = Chunk.EMPTY;
            release(thread, last, this);
            last.start = last.used;
            if (last.isReusable() && chunk == Chunk.EMPTY) {
                chunk = last;
            }
        } else if (last != Chunk.EMPTY && !last.isReusable()) {
            chunk = Chunk.EMPTY;
        }
        if (depth >= KEPT) {
            thread.frames[depth] = null;
        }
        releaseRetired();
        if (thread.hasUnreleased()) {
            thread.releaseLeft();
        }
    }

    private void releaseRetired() {
        RetiredChunks chunks = retired;
        retired = null;
        if (chunks == null) {
            return;
        }
        for (RetiredChunk r; (r = chunks.takeAny()) != null; ) {
            state.uncollected -= r.count();
            release(state, r);
        }
    }

    /**
     * Decrements the counts of a chunk that no scope fills any more. If that throws, {@link ScopeStack#releaseLeft} decrements
     * the rest later, and the counts of the retired chunks of {@code frame}.
     *
     * @implNote The catch block makes no call: where the stack ends, a call fails at its beginning.
     */
    static void release(ScopeStack state, Chunk chunk, @Nullable ScopeFrame frame) {
        try {
            releaseAll(state, chunk.words, chunk.start, chunk.used);
        } catch (Throwable e) {
            chunk.nextUnreleased = state.unreleased;
            state.unreleased = chunk;
            RetiredChunks more = frame == null ? null : frame.retired;
            RetiredChunk first = more == null ? null : more.first;
            if (frame != null && first != null) {
                frame.retired = null;
                RetiredChunk last = first;
                while (last.next != null) {
                    last = last.next;
                }
                last.next = state.unreleasedRetired;
                state.unreleasedRetired = first;
            }
            throw e;
        }
    }

    /**
     * Does the same as {@link #release(ScopeStack, Chunk, ScopeFrame)} for a retired chunk. If that throws, the chunks behind
     * it in the list are left for later too.
     */
    static void release(ScopeStack state, RetiredChunk chunk) {
        try {
            releaseAll(state, chunk.words, chunk.start, chunk.used);
        } catch (Throwable e) {
            RetiredChunk last = chunk;
            while (last.next != null) {
                last = last.next;
            }
            last.next = state.unreleasedRetired;
            state.unreleasedRetired = chunk;
            throw e;
        }
    }

    private static void releaseAll(ScopeStack state, long[] words, int start, int used) {
        for (int i = used - 1; i >= start; i--) {
            long word = words[i];
            if (word != 0) {
                words[i] = 0; // before the decrement, which may run Python code that reads this slot
                state.released++;
                Word.decref(word);
            }
        }
    }
}
