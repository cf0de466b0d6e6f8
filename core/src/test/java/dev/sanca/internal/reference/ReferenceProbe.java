package dev.sanca.internal.reference;

import dev.sanca.Python;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets tests of other packages see, and close, what a thread has left open. */
public final class ReferenceProbe {
    private ReferenceProbe() {}

    /** Closes every token and scope of this thread and detaches it. */
    public static void detachThread() {
        ThreadState state = RuntimesProbe.attachedOrNull();
        if (state == null) {
            return;
        }
        while (state.depth() > 0) {
            ((ScopeStack) state).innermost().close();
        }
        Attachment.leave(state);
    }

    /** Returns how many frames this attached thread keeps, in use or not. */
    public static long keptFrames() {
        return Stream.of(((ScopeStack) ThreadState.attached("a test")).frames)
                .filter(Objects::nonNull)
                .count();
    }

    /** The {@code PyThreadState*} kept for this thread, or 0. */
    public static long threadState() {
        return ScopeStack.ofThisThread() instanceof ThreadState state ? state.pointer() : 0;
    }

    /** Whether the slots of two references are the same slot of the same chunk. */
    public static boolean shareSlot(@Nullable Object chunk, int slot, PyAny ref) {
        return chunk(ref) == chunk && slot(ref) == slot;
    }

    /** The chunk of a reference. */
    public static Object chunk(PyAny ref) {
        return ReferenceDoor.get().chunk(ref);
    }

    /** The slot of a reference. */
    public static int slot(PyAny ref) {
        return ReferenceDoor.get().slot(ref);
    }

    /** Closes the innermost scope of the thread and runtime of a token. */
    public static void closeInnermost(Python token) {
        ((ScopeStack) Face.state(token)).innermost().close();
    }
}
