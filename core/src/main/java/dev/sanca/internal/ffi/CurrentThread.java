package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * Finds what is in force on this thread: by one comparison on the thread that was attached last, which makes most calls,
 * by a thread local on any other.
 *
 * <p><b>Thread:</b> any.
 *
 * @param <T> what is in force; an object that belongs to one thread at a time
 */
final class CurrentThread<T extends CurrentThread.OfThread> {
    /** What is in force on at most one thread. */
    abstract static class OfThread {
        /**
         * Where it is; null if nowhere. A plain field: a thread only asks whether it is itself, and only it says so; after
         * its end, whoever gives back its state makes this null.
         */
        @Nullable
        Thread thread;
    }

    @SuppressWarnings("ThreadLocalUsage") // each of the two objects of this class is static
    private final ThreadLocal<T> local = new ThreadLocal<>();

    /** Written by all threads, whole or not at all. */
    private @Nullable T last;

    /** What is in force on this thread, if anything. */
    @Nullable
    T get() {
        Thread thread = Thread.currentThread();
        T value = last;
        if (value != null && value.thread == thread) {
            return value;
        }
        value = local.get();
        return value != null && value.thread == thread ? value : null;
    }

    /** Puts it in force on this thread. */
    void start(T value) {
        value.thread = Thread.currentThread();
        last = value;
        if (local.get() != value) {
            local.set(value);
        }
    }
}
