package dev.sanca.spring;

/** Is told of each call of {@link PythonTemplate}. Any thread, several at once. */
interface CallListener {
    /**
     * Is told that a call has ended; the thread is detached again.
     *
     * @param waitNanos how long the thread waited until it was attached, in nanoseconds
     * @param bodyNanos how long the body ran, in nanoseconds
     * @param failed whether the body threw something
     */
    void called(long waitNanos, long bodyNanos, boolean failed);
}
