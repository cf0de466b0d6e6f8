package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;
import org.jspecify.annotations.Nullable;

/**
 * A run of slots, each holding the word of one bound reference.
 *
 * <p>Every {@link PyAny} points to its chunk, and nothing else does once the chunk is full: when the collector finds a
 * retired chunk unreachable, all of its references are, and its counts are given back in one batch (see
 * {@link RetiredChunk}).
 *
 * <p><b>Thread:</b> its thread state's only. Another thread may look, to report misuse, but never writes.
 */
public final class Chunk {
    static final int FIRST_SIZE = 16;
    static final int FULL_SIZE = 512;

    /** As many empty slots as any chunk has; never written. */
    private static final long[] ALL_EMPTY = new long[FULL_SIZE];

    /** What a closed reference points to: its slot is empty for ever. */
    static final Chunk CLOSED = new Chunk(ScopeStack.NONE, null, 0, ALL_EMPTY);

    /** What a region that holds nothing points to: full from the start. */
    static final Chunk EMPTY = new Chunk(ScopeStack.NONE, null, 0, new long[0]);

    final ScopeStack state;

    /** Where it is filled; null for the two constants. */
    final @Nullable ScopeFrame frame;

    /** That of {@link #level}, read at every close. */
    int activation;

    final long[] words;

    /** The slots before this one were those of regions that have closed. */
    int start;

    int used;

    /** The next one in {@link ScopeStack#unreleased}. */
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

    /** Whether the next region at its level goes on with it: it is small, and half of it is left. */
    boolean isReusable() {
        return words.length == FIRST_SIZE && start <= FIRST_SIZE / 2;
    }

    /** Empties a slot; the slots at the end that are empty by now will be used again. */
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
