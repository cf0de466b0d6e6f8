package dev.sanca.internal.engine;

import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.PythonThread;
import dev.sanca.internal.thread.ThreadRuntime;
import dev.sanca.internal.thread.ThreadState;
import java.util.Map;
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

    /**
     * Waits until this thread could attach, as far as the runtime can tell without keeping the thread. It is not attached.
     *
     * @param nanos how long at most
     * @return whether it could attach within that time
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    default boolean awaitTurn(long nanos) throws InterruptedException {
        return true;
    }

    /** Returns the threads of Python, by identifier; none if the runtime cannot tell. */
    default Map<Long, PythonThread> threads() {
        return Map.of();
    }

    /** Attaches this platform thread, which is not attached to this runtime. */
    ThreadState attach();

    /** Runs a body attached on this virtual thread, which is not attached to this runtime, and detaches. */
    <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attachment.Body<R, X> body) throws X;
}
