package dev.sanca.internal.thread;

import dev.sanca.internal.reference.WordRuntime;

/** A Python as threads know it: what attaches a thread, and what a thread's scopes ask of the runtime. */
public interface ThreadRuntime extends WordRuntime {
    /** Makes the thread of a state able to run Python. */
    void enter(ThreadState state);

    /** Undoes {@link #enter}. */
    void leave(ThreadState state);

    /** Releases what was dropped while no thread was attached. May run Python code. */
    void drainPool();

    /**
     * The object that a tagged word stands for in this runtime: the same word if it is one already, else a new reference.
     *
     * @throws IllegalStateException if the word is stale or none
     * @throws IllegalArgumentException if the word belongs to another runtime
     */
    long object(ThreadState state, long word);

    /** {@code itertools.chain((first,), rest)}, a new reference: an iterator that begins with an element taken from {@code rest}. */
    long chain(ThreadState state, long first, long rest);
}
