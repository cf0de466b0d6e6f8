package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;
import org.jspecify.annotations.Nullable;

/**
 * An array of slots. Each slot holds the word of one bound reference.
 *
 * <p>Every {@link PyAny} points to its chunk. Nothing else points to the chunk once it is full and retired. So when the garbage
 * collector finds a retired chunk unreachable, all references in it are unreachable too, and their counts are decremented in
 * one batch (see {@link RetiredChunk}).
 *
 * <p><b>Thread:</b> only the thread whose scope the chunk belongs to. Another thread may read it to report misuse, but never
 * writes to it.
 */
public final class Chunk {
    static final int FIRST_SIZE = 16;
    static final int FULL_SIZE = 512;

    /** Empty slots, as many as the largest chunk has; never written. */
    private static final long[] ALL_EMPTY = new long[FULL_SIZE];

    /** The chunk of every closed reference; its slots are always empty. */
    static final Chunk CLOSED = new Chunk(ScopeStack.NONE, null, 0, ALL_EMPTY);

    /** The chunk of a frame that has made no chunk yet. It has no slots, so it counts as full. */
    static final Chunk EMPTY = new Chunk(ScopeStack.NONE, null, 0, new long[0]);

    final ScopeStack state;

    /** The frame that fills this chunk; null for the two constants. */
    final @Nullable ScopeFrame frame;

    /** The activation of {@link #frame}; a copy, since every close reads it. */
    int activation;

    final long[] words;

    /** The first slot of the scope that uses this chunk now. Slots before it belonged to scopes that have closed. */
    int start;

    int used;

    /** The next chunk in the list {@link ScopeStack#unreleased}. */
    @Nullable
    Chunk nextUnreleased;

    private Chunk(ScopeStack state, @Nullable ScopeFrame frame, int activation, long[] words) {
        this.state = state;
        this.frame = frame;
        this.activation = activation;
        this.words = words;
    }

    Chunk(ScopeFrame frame, int size) {
        this(frame.state, frame, frame.activation, new long[size]);
    }

    /**
     * Returns whether the next scope at the depth of this frame may use the chunk further: it is small, and at least half of
     * its slots were never used.
     */
    boolean isReusable() {
        return words.length == FIRST_SIZE && start <= FIRST_SIZE / 2;
    }

    /** Empties a slot. Empty slots at the end of the used ones are used again for the next references. */
    void empty(int slot) {
        words[slot] = 0;
        if (slot == used - 1) {
            if (slot == start || words[slot - 1] != 0) {
                used = slot;
            } else {
                trim(slot);
            }
        }
    }

    private void trim(int slot) {
        int end = slot;
        while (end > start && words[end - 1] == 0) {
            end--;
        }
        used = end;
    }
}
