package dev.sanca.internal.engine;

import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ThreadRuntime;
import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Start and end of a runtime, attach and detach.
 *
 * <p><b>Thread:</b> any, attached or not, unless a method says otherwise.
 */
public interface LifecycleOperations extends ThreadRuntime {
    /**
     * Starts the runtime unless it runs.
     *
     * @throws IllegalStateException if it has ended
     */
    void ensureStarted();

    /** Returns whether the runtime was started and has not ended. */
    boolean isRunning();

    /** Returns whether the runtime has ended, so that no thread can attach to it any more. */
    default boolean hasEnded() {
        return false;
    }

    /**
     * Returns the version of the language, such as {@code 3.14.3}; an empty string if only the start of the runtime tells
     * it.
     */
    String version();

    /** Returns the state of this thread if it is attached to this runtime, else null. */
    @Nullable
    ThreadState attachedOrNull();

    /** Attaches this platform thread, which is not attached to this runtime. */
    ThreadState attach();

    /** Runs a body attached on this virtual thread, which is not attached to this runtime, and detaches. */
    <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attachment.Body<R, X> body) throws X;
}
