package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * A faster {@code ThreadLocal}: finds the value of the current thread by one comparison if that thread was the last to
 * attach, which makes most calls, and through a {@link ThreadLocal} otherwise.
 *
 * <p><b>Thread:</b> any.
 *
 * @param <T> the value; an object that belongs to one thread at a time
 */
final class CurrentThread<T extends CurrentThread.OfThread> {
    /** A value that at most one thread has. */
    abstract static class OfThread {
        /**
         * The thread that has this value, or null. A plain field suffices: a thread only compares it with itself, and
         * only that thread stores itself here. Whoever deletes the thread state of an ended thread stores null.
         */
        @Nullable
        Thread thread;
    }

    @SuppressWarnings("ThreadLocalUsage") // each of the two objects of this class is static
    private final ThreadLocal<T> local = new ThreadLocal<>();

    /**
     * The value of the thread that attached last. All threads write it without synchronization; reads and writes of
     * references are atomic (JLS 17.7).
     */
    private @Nullable T last;

    /** Returns the value of this thread, or null if it has none. */
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

    /** Makes an object the value of this thread. */
    void start(T value) {
        value.thread = Thread.currentThread();
        last = value;
        if (local.get() != value) {
            local.set(value);
        }
    }
}
