package dev.sanca.own;

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
    static final Chunk CLOSED = new Chunk(ThreadState.NONE, 1);

    /** What a region that holds nothing points to: full from the start. */
    static final Chunk EMPTY = new Chunk(ThreadState.NONE, 0);

    final ThreadState state;
    final long[] words;
    int used;

    Chunk(ThreadState state, int size) {
        this.state = state;
        this.words = new long[size];
    }
}
