package dev.sanca.internal.engine;

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
     * What runs attached on a virtual thread.
     *
     * @param <R> its result
     * @param <X> what it throws
     */
    @FunctionalInterface
    interface Attached<R extends @Nullable Object, X extends Throwable> {
        /** Runs attached; detaches. */
        R run(ThreadState state) throws X;
    }

    /**
     * Starts the runtime if it does not run.
     *
     * @throws IllegalStateException if it has ended
     */
    void ensureStarted();

    /** Whether it was started and has not ended. */
    boolean isRunning();

    /** Whether it has ended: nothing attaches to it any more. */
    default boolean hasEnded() {
        return false;
    }

    /** The version of the language, such as {@code 3.14.3}; empty before the start where only that tells. */
    String version();

    /** The state of this thread if it is attached to this runtime, else null. */
    @Nullable
    ThreadState attachedOrNull();

    /** Attaches this platform thread, which is not attached to this runtime. */
    ThreadState attach();

    /** Runs a body attached on this virtual thread, which is not attached to this runtime, and detaches. */
    <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attached<R, X> body) throws X;
}
