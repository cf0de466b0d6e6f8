package dev.sanca.internal.reference;

import dev.sanca.internal.word.Word;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One level of a thread's nested regions, and the storage of the region that is open there: the chunk being filled, and the
 * retired ones whose references are still reachable. Kept for the next region at the same depth.
 *
 * <p><b>Thread:</b> its thread state's only.
 *
 * @implNote That a region is not its own storage is for G1, where to store a young object in an old one takes a fence of some
 *     20 cycles, and so it does for two old ones that lie apart. A thread state is old, while regions are made all the time: to
 *     open one stores numbers only.
 *
 *     <p>The slots of a kept chunk are used only once: references that were not closed with their scope still point to
 *     theirs, which is empty for ever.
 *
 *     <p>Counts of unreachable chunks are given back only by the same <em>activation</em> that made them: the levels from
 *     the innermost up to the first one marked {@code base} (the outermost token, or the token of an upcall). Outside
 *     that, a downcall of the same thread may be using a word whose reference the collector has already found dead.
 */
public final class ScopeFrame {
    /** Levels deeper than this are not kept, so that one deep recursion costs no memory for ever. */
    private static final int KEPT = 64;

    /** In place of the epoch that a thread has seen: {@code state.chunk} is perhaps of a level that is not the innermost. */
    private static final int ELSEWHERE = -1;

    final ScopeStack state;

    /** How many levels enclose it. */
    final int depth;

    /** Counts how often a region was opened or closed here: each region knows the number that is its own. */
    private long serial;

    /** The number of the region here that could not be closed, for want of stack or memory; 0 if there is none. */
    long failed;

    boolean beginsActivation;

    /** How many calls from Python the thread was in when the region was opened. */
    int activation;

    Chunk chunk = Chunk.EMPTY;
    private short nextSize;
    private @Nullable RetiredChunks retired;

    private ScopeFrame(ScopeStack state, int depth) {
        this.state = state;
        this.depth = depth;
    }

    /** Where the next region of {@code state} will be. */
    public static ScopeFrame next(ScopeStack state) {
        int depth = state.depth;
        ScopeFrame frame = depth < state.frames.length ? state.frames[depth] : null;
        return frame != null ? frame : make(state, depth);
    }

    /** The number of the region that is opened here next. */
    public long nextSerial() {
        return serial + 1;
    }

    /** The number of the region that is open here; one that no region has, while none is. */
    long serial() {
        return serial;
    }

    /**
     * Opens a region here. Its object is there already: nothing comes between the two.
     *
     * @implNote No calls, so that there is no half of it: where the stack ends, a call fails at its beginning.
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

    /** The next reference goes here, and not to the level that was innermost before. */
    private void refreshCachedChunk() {
        if (state.pressureSeen == ELSEWHERE) {
            if (state.chunk != chunk) {
                state.chunk = chunk;
            }
            state.pressureSeen = state.pressureBefore;
        }
    }

    /** The next one towards the outermost, if this is not that. */
    ScopeFrame enclosing() {
        return state.open(depth - 1);
    }

    /** Whether {@code level} is this or inside it. */
    boolean encloses(@Nullable ScopeFrame frame) {
        return frame != null && frame.state == state && frame.depth >= depth;
    }

    /** The chunk for one more reference in this level, the innermost. Takes {@code word} if it throws. */
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

    /** The chunk for one more reference in this level, innermost or not. Takes {@code word} if it throws. */
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
        if (chunk.used == chunk.words.length) { // what was released meanwhile may have kept a reference here
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

    /** Lets go of the chunk being filled: from now on only its references hold it. */
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

    /** Gives back the counts of the chunks that the collector has found unreachable. */
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
     * Closes the region that is open here, and gives back every count that is left in it. Python code that this runs may open
     * another one here meanwhile.
     */
    void close() {
        ScopeStack thread = state;
        if (thread.pressureSeen != ELSEWHERE) { // as in open, and for the same reason
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
     * Decrements the counts of a chunk that no region fills any more. An error leaves the rest, and the retired chunks of
     * {@code level}, to {@link ScopeStack#releaseLeft}.
     *
     * @implNote Where the stack ends, a call fails at its beginning: so the catch makes none.
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

    /** As {@link #release(ScopeStack, Chunk, ScopeFrame)}; an error leaves also the chunks behind it in the list. */
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
                words[i] = 0; // before the count: what it frees may run Python code that looks here
                state.released++;
                Word.decref(word);
            }
        }
    }
}
