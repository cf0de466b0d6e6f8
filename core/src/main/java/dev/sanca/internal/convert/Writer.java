package dev.sanca.internal.convert;

import dev.sanca.internal.thread.ThreadState;

/** How the values of one Java class become Python objects. */
@FunctionalInterface
interface Writer {
    /**
     * A new count.
     *
     * @param depth how many containers the value is in
     */
    long write(ThreadState state, Object value, int depth);

    /** A writer for the values of {@code type}, of which there can be no others. */
    static <T> Writer of(Class<T> type, Of<T> writer) {
        return (state, value, depth) -> writer.write(state, type.cast(value));
    }

    /**
     * How values of a class become Python objects, if they contain no others.
     *
     * @param <T> the class
     */
    @FunctionalInterface
    interface Of<T> {
        /** A new count. */
        long write(ThreadState state, T value);
    }
}
