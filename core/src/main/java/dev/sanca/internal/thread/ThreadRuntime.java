package dev.sanca.internal.thread;

import dev.sanca.internal.reference.WordRuntime;

/** A Python runtime as this room sees it: what attaches a thread, and what a thread's scopes need of the runtime. */
public interface ThreadRuntime extends WordRuntime {
    /** Attaches the running thread, whose state is {@code state}, to the runtime. */
    void enter(ThreadState state);

    /** Detaches the running thread. */
    void leave(ThreadState state);

    /** Decrements the counts that were released on detached threads. The thread is attached; may run Python code. */
    void drainPool();

    /**
     * Returns the object that a tagged word represents in this runtime: the same word if it is an object of the runtime
     * already, else a new reference.
     *
     * @throws IllegalStateException if the word is a stale handle or no word
     * @throws IllegalArgumentException if the word belongs to another runtime
     */
    long object(ThreadState state, long word);

    /**
     * Returns {@code itertools.chain((first,), rest)}, a new reference: an iterator that gives {@code first}, then the elements
     * of {@code rest}.
     */
    long chain(ThreadState state, long first, long rest);
}
