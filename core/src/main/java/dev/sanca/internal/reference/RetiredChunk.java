package dev.sanca.internal.reference;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a region keeps of a full chunk: its words, but not the chunk, so that the collector can find the chunk, and with
 * it all of its references, unreachable. One of these serves up to {@link Chunk#FULL_SIZE} references.
 */
final class RetiredChunk extends PhantomReference<Chunk> {
    final long[] words;
    final int start;
    final int used;

    @Nullable
    RetiredChunk previous;

    @Nullable
    RetiredChunk next;

    RetiredChunk(Chunk chunk, ReferenceQueue<Chunk> queue) {
        super(chunk, queue);
        this.words = chunk.words;
        this.start = chunk.start;
        this.used = chunk.used;
    }

    /** How many references it had when it was retired. */
    int count() {
        return used - start;
    }
}
