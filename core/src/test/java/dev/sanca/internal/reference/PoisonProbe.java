package dev.sanca.internal.reference;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;
import dev.sanca.types.PyAny;

/** Words that represent no object. */
public final class PoisonProbe {
    private PoisonProbe() {}

    /** Words of no runtime, stale handles, unknown tags, and tagged pointers into an unmapped page. */
    public static long[] words() {
        long page = 0x7eee_dead_0000L;
        long stale = JavaHandles.make("gone");
        JavaHandles.get(stale);
        Tagged.owner(stale).decref(stale);
        return new long[] {
            page | 1,
            page | 2,
            page | 6,
            page | 7,
            page | 9,
            page | 0xd,
            page | 0xe,
            0x55,
            0xf5,
            2,
            -2,
            -1,
            stale,
            stale + 16,
            new HandleTable(255).put("of no runtime"),
        };
    }

    /** Removes the word from a reference, so that its count is never decremented. */
    public static void disarm(PyAny ref) {
        ReferenceDoor door = ReferenceDoor.get();
        Chunk chunk = door.chunk(ref);
        if (chunk != Chunk.CLOSED) {
            chunk.words[door.slot(ref)] = 0;
            chunk.state.released++;
            door.set(ref, Chunk.CLOSED, 0);
        }
    }
}
