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
final class Chunk {
    static final int FIRST = 16;
    static final int FULL = 512;

    /** What a closed reference points to: its only slot is empty for ever. */
    static final Chunk CLOSED = new Chunk(ThreadState.NONE, null, 0, 1);

    /** What a region that holds nothing points to: full from the start. */
    static final Chunk EMPTY = new Chunk(ThreadState.NONE, null, 0, 0);

    final ThreadState state;

    /** The region that made it; null for the two constants. */
    final @Nullable Region region;

    /** That of {@link #region}, read at every close. */
    final int activation;

    final long[] words;
    int used;

    private Chunk(ThreadState state, @Nullable Region region, int activation, int size) {
        this.state = state;
        this.region = region;
        this.activation = activation;
        this.words = new long[size];
    }

    Chunk(Region region, int size) {
        this(region.state, region, region.activation, size);
    }

    /** Empties a slot; the slots at the end that are empty by now will be used again. */
    void empty(int slot) {
        words[slot] = 0;
        int end = used;
        if (slot == end - 1) {
            do {
                end--;
            } while (end > 0 && words[end - 1] == 0);
            used = end;
        }
    }
}
