package dev.sanca.stress.fuzz;

import org.jspecify.annotations.Nullable;

/** What is to know of a thread, whichever attachment of it does the steps. */
final class ThreadFacts {
    /** How many attachments there are, each inside a detached body of the one before. */
    int attachments = 1;

    /** Whether there must be no further interrupt: one is under way, or Python started the thread. */
    boolean isInterrupted;

    /** How many steps have thrown, or may have been stopped: an exception keeps the frames of Python, and what these refer to. */
    long exceptions;

    /** The exception that was thrown last. */
    @Nullable
    ThrownByStep thrown;
}
