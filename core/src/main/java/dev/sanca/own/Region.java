package dev.sanca.own;

import dev.sanca.abi.Word;
import org.jspecify.annotations.Nullable;

/**
 * The storage behind a scope: the chunk being filled, and the retired ones whose references are still reachable.
 *
 * <p><b>Thread:</b> its thread state's only.
 *
 * @implNote Counts of unreachable chunks are given back only by the same <em>activation</em> that made them: the regions
 *     from the innermost up to the first one marked {@code base} (the outermost token, or the token of an upcall). Outside
 *     that, a downcall of the same thread may be using a word whose reference the collector has already found dead.
 */
public abstract class Region {
    final ThreadState state;
    final @Nullable Region parent;
    final boolean base;

    /** How many calls from Python this thread was in when the region was opened. */
    final int activation;

    Chunk chunk = Chunk.EMPTY;
    private short nextSize = Chunk.FIRST;
    private long @Nullable [] spare;
    private @Nullable RetiredChunks retired;
    private boolean open = true;

    /** Opens a region inside the innermost one of {@code state}. */
    protected Region(ThreadState state, boolean base) {
        this.state = state;
        this.parent = state.region;
        this.base = base || parent == null;
        this.activation = state.activation;
        state.region = this;
        state.chunk = chunk;
        state.regions++;
    }

    /** The thread state of this region, for Sanca's own packages. */
    public static ThreadState state(Region region) {
        return region.state;
    }

    /** Checks that this region is open and its thread attached and current. */
    public static ThreadState check(Region region) {
        ThreadState state = region.state;
        if (!region.open || state.active != Thread.currentThread()) {
            throw Misuse.of(region);
        }
        return state;
    }

    /** Whether this region was not closed yet. */
    public static boolean isOpen(Region region) {
        return region.open;
    }

    /** Whether {@code region} is this or was opened inside it. */
    boolean encloses(@Nullable Region region) {
        Region r = region;
        while (r != null && r != this) {
            r = r.parent;
        }
        return r != null;
    }

    /** Moves {@code ref} to the region that encloses {@code region}. */
    public static void keep(Region region, Ref ref) {
        check(region);
        Refs.move(ref, region);
    }

    /** The chunk for one more reference, if {@code chunk} has no room. Takes {@code word} if it throws. */
    Chunk nextChunk(long word) {
        try {
            if (state.pressureSeen != Pressure.epoch) {
                Pressure.relieve(state);
            }
            state.releaseUnreachable();
            ReleasePool.drainUnreachable();
            if (chunk.used == chunk.words.length) {
                retire();
                Pressure.countRetired(state);
            }
            if (chunk.used == chunk.words.length) { // what was released meanwhile may have kept a reference here
                fill(new Chunk(this, words()));
                nextSize = (short) Math.min(Chunk.FULL, nextSize * 2);
            }
            return chunk;
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
    }

    /** The slots of the next chunk; the first ones of a small scope are those of the small scope before it. */
    private long[] words() {
        if (nextSize == Chunk.FIRST && parent != null && parent.spare != null) {
            long[] words = parent.spare;
            parent.spare = null;
            return words;
        }
        return new long[nextSize];
    }

    private void fill(Chunk c) {
        chunk = c;
        if (state.region == this) {
            state.chunk = c;
        }
    }

    Chunk room(long word) {
        return chunk.used < chunk.words.length ? chunk : nextChunk(word);
    }

    /** Lets go of the chunk being filled: from now on only its references hold it. */
    void retire() {
        if (chunk.used == 0) {
            return;
        }
        if (retired == null) {
            retired = new RetiredChunks();
        }
        RetiredChunk r = retired.add(chunk);
        fill(Chunk.EMPTY);
        state.uncollected += r.used;
    }

    /** Gives back the counts of the chunks that the collector has found unreachable. */
    void releaseUnreachable() {
        RetiredChunks chunks = retired;
        if (chunks == null) {
            return;
        }
        for (RetiredChunk r; (r = chunks.pollUnreachable()) != null; ) {
            state.uncollected -= r.used;
            releaseAll(r.words, r.used);
        }
    }

    /**
     * Closes this region: gives back every count that is left in it.
     *
     * @throws IllegalStateException if it is closed, the thread detached, an inner region still open, or a call of the code
     *     that opened it in progress
     * @throws WrongThreadException on another thread
     */
    protected final void closeRegion() {
        check(this);
        if (state.region != this) {
            throw Misuse.outOfOrder(this);
        }
        if (activation != state.activation) {
            throw Misuse.inUse(this);
        }
        open = false;
        state.region = parent;
        state.chunk = parent == null ? null : parent.chunk;
        Chunk last = chunk;
        chunk = Chunk.EMPTY;
        releaseAll(last.words, last.used);
        if (parent != null && last.words.length == Chunk.FIRST) {
            parent.spare = last.takeWords();
        }
        releaseRetired();
    }

    private void releaseRetired() {
        RetiredChunks chunks = retired;
        retired = null;
        if (chunks == null) {
            return;
        }
        for (RetiredChunk r; (r = chunks.takeAny()) != null; ) {
            state.uncollected -= r.used;
            releaseAll(r.words, r.used);
        }
    }

    /** Closes what was opened inside {@code region} and left open; whether there was such. */
    public static boolean closeInner(Region region) {
        ThreadState state = check(region);
        boolean found = false;
        for (Region inner; (inner = state.region) != null && inner != region; found = true) {
            inner.closeRegion();
        }
        return found;
    }

    /**
     * Closes {@code region}, and first what was left open inside it; whether there was such. By the code that opened it:
     * callbacks of what it ran are over, also one that had no stack left to say so.
     */
    public static boolean closeInnerAnd(Region region) {
        check(region).activation = region.activation;
        boolean found = closeInner(region);
        region.closeRegion();
        return found;
    }

    /** The error of a body that left a token or scope open. */
    public static IllegalStateException leftOpen() {
        return new IllegalStateException(
                "a token or scope that was opened in the body was not closed there. Close it in the"
                        + " body, best by try-with-resources; Sanca has closed it now");
    }

    /** Gives back every count of this region, whose thread has ended with it open. Attached, on another thread. */
    void abandon() {
        open = false;
        Chunk last = chunk;
        chunk = Chunk.EMPTY;
        releaseAll(last.words, last.used);
        releaseRetired();
    }

    private void releaseAll(long[] words, int used) {
        for (int i = used - 1; i >= 0; i--) {
            long word = words[i];
            if (word != 0) {
                words[i] = 0; // before the count: what it frees may run Python code that looks here
                state.released++;
                Word.decref(word);
            }
        }
    }
}
