package dev.sanca.own;

import org.jspecify.annotations.Nullable;

/**
 * A run of slots, each holding the word of one bound reference.
 *
 * <p>Every {@link Ref} points to its chunk, and nothing else does once the chunk is full: when the collector finds a
 * retired chunk unreachable, all of its references are, and its counts are given back in one batch (see
 * {@link RetiredChunk}).
 *
 * <p><b>Thread:</b> its thread state's only. Another thread may look, to report misuse, but never writes.
 */
public final class Chunk {
    static final int FIRST = 16;
    static final int FULL = 512;

    /** As many empty slots as any chunk has; never written. */
    private static final long[] ALL_EMPTY = new long[FULL];

    /** What a closed reference points to: its slot is empty for ever. */
    static final Chunk CLOSED = new Chunk(ThreadState.NONE, null, 0, ALL_EMPTY);

    /** What a region that holds nothing points to: full from the start. */
    static final Chunk EMPTY = new Chunk(ThreadState.NONE, null, 0, new long[0]);

    final ThreadState state;

    /** The region that made it; null for the two constants. */
    final @Nullable Region region;

    /** That of {@link #region}, read at every close. */
    final int activation;

    long[] words;
    int used;

    private Chunk(ThreadState state, @Nullable Region region, int activation, long[] words) {
        this.state = state;
        this.region = region;
        this.activation = activation;
        this.words = words;
    }

    Chunk(Region region, long[] words) {
        this(region.state, region, region.activation, words);
    }

    /** Takes the slots, all empty by now, for another chunk; to references of this one they are empty for ever. */
    long[] takeWords() {
        long[] taken = words;
        words = ALL_EMPTY;
        return taken;
    }

    /** Empties a slot; the slots at the end that are empty by now will be used again. */
    void empty(int slot) {
        words[slot] = 0;
        if (slot == used - 1) {
            if (slot == 0 || words[slot - 1] != 0) {
                used = slot;
            } else {
                trim(slot);
            }
        }
    }

    private void trim(int slot) {
        int end = slot;
        while (end > 0 && words[end - 1] == 0) {
            end--;
        }
        used = end;
    }
}
