package dev.sanca.internal.reference;

import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * The retired chunks of a frame: a list of those whose references may still be reachable, and the queue to which the garbage
 * collector adds the others.
 *
 * <p><b>Thread:</b> the thread of the frame.
 */
final class RetiredChunks {
    private final ReferenceQueue<Chunk> queue = new ReferenceQueue<>();

    @Nullable
    RetiredChunk first;

    /** Adds a chunk to the list. The caller must then drop its own pointer to the chunk. */
    RetiredChunk add(Chunk chunk) {
        RetiredChunk r = new RetiredChunk(chunk, queue);
        r.next = first;
        if (first != null) {
            first.previous = r;
        }
        first = r;
        return r;
    }

    /** Removes from the list a chunk that the garbage collector has found unreachable, and returns it; null if there is none. */
    @Nullable
    RetiredChunk pollUnreachable() {
        RetiredChunk r = (RetiredChunk) queue.poll();
        if (r == null) {
            return null;
        }
        if (r.previous != null) {
            r.previous.next = r.next;
        } else {
            first = r.next;
        }
        if (r.next != null) {
            r.next.previous = r.previous;
        }
        return r;
    }

    /**
     * Removes any chunk from the list and returns it; null if the list is empty. After the first call, {@link #pollUnreachable}
     * must not be called any more.
     */
    @Nullable
    RetiredChunk takeAny() {
        RetiredChunk r = first;
        if (r != null) {
            first = r.next;
            r.clear();
        }
        return r;
    }
}
