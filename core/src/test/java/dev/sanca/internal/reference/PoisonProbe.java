package dev.sanca.internal.reference;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;
import dev.sanca.types.PyAny;

/** Words that stand for nothing. */
public final class PoisonProbe {
    private PoisonProbe() {}

    /** Of no runtime, stale, of no kind of tag, and what a pointer into an unmapped page is with a tag. */
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

    /** Takes the word out of a reference, so that nobody gives it back. */
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
