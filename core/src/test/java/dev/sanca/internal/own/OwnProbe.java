package dev.sanca.internal.own;

import dev.sanca.internal.derived.RuntimesProbe;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets tests of other packages see, and undo, what a thread left behind. */
public final class OwnProbe {
    private OwnProbe() {}

    /** Closes every token and scope of this thread and detaches it. */
    public static void detachThread() {
        ThreadState state = RuntimesProbe.attachedOrNull();
        if (state == null) {
            return;
        }
        while (state.depth > 0) {
            state.innermost().close();
        }
        Attachment.leave(state);
    }

    /** How many levels this attached thread keeps, used or not. */
    public static long keptLevels() {
        return Stream.of(ThreadState.attached("a test").levels)
                .filter(Objects::nonNull)
                .count();
    }

    /** The {@code PyThreadState*} kept for this thread, or 0. */
    public static long threadState() {
        ThreadState state = ThreadState.ofThisThread();
        return state == null ? 0 : state.pointer();
    }

    /** Whether the slots of two references are the same slot of the same chunk. */
    public static boolean shareSlot(@Nullable Object chunk, int slot, Ref ref) {
        return ref.chunk == chunk && ref.slot == slot;
    }

    /** The chunk of a reference. */
    public static Object chunk(Ref ref) {
        return ref.chunk;
    }

    /** The slot of a reference. */
    public static int slot(Ref ref) {
        return ref.slot;
    }
}
