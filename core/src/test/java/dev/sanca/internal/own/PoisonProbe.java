package dev.sanca.internal.own;

import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;

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
    public static void disarm(Ref ref) {
        if (ref.chunk != Chunk.CLOSED) {
            ref.chunk.words[ref.slot] = 0;
            ref.chunk.state.released++;
            ref.chunk = Chunk.CLOSED;
            ref.slot = 0;
        }
    }
}
