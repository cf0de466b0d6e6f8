package dev.sanca.internal.convert;

import dev.sanca.internal.thread.ThreadState;

/** Converts the values of one Java class to Python objects. */
@FunctionalInterface
interface Writer {
    /**
     * Returns the Python object for a value, a new reference.
     *
     * @param depth the number of containers around the value
     */
    long write(ThreadState state, Object value, int depth);

    /** Returns a writer that casts each value to {@code type}. */
    static <T> Writer of(Class<T> type, Of<T> writer) {
        return (state, value, depth) -> writer.write(state, type.cast(value));
    }

    /**
     * Converts values that are not containers, so that the depth does not matter.
     *
     * @param <T> the class
     */
    @FunctionalInterface
    interface Of<T> {
        /** Returns the Python object for a value, a new reference. */
        long write(ThreadState state, T value);
    }
}
