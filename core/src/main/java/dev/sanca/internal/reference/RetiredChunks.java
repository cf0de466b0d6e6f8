package dev.sanca.internal.reference;

import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * The retired chunks of a region: a list of those whose references may still be reachable, and the queue in which the
 * collector reports the others.
 *
 * <p><b>Thread:</b> that of the region's state.
 */
final class RetiredChunks {
    private final ReferenceQueue<Chunk> queue = new ReferenceQueue<>();

    @Nullable
    RetiredChunk first;

    /** Enters a chunk; whoever calls lets go of it. */
    RetiredChunk add(Chunk chunk) {
        RetiredChunk r = new RetiredChunk(chunk, queue);
        r.next = first;
        if (first != null) {
            first.previous = r;
        }
        first = r;
        return r;
    }

    /** Takes a chunk that the collector has found unreachable out of the list; null if there is none. */
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

    /** Takes any chunk out of the list, for good; null at the end. Not to be mixed with {@link #pollUnreachable}. */
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
