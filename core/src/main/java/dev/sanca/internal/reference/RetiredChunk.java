package dev.sanca.internal.reference;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a frame keeps of a retired chunk: the words, but not the chunk itself. So the garbage collector can find the chunk
 * unreachable, which shows that all of its references are. One of these objects serves up to {@link Chunk#FULL_SIZE}
 * references.
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

    /** Returns how many slots the chunk used when it was retired. */
    int count() {
        return used - start;
    }
}
