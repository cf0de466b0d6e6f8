package dev.sanca.internal.convert;

import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** Converts Python objects to values of one Java type. */
@FunctionalInterface
interface Reader {
    /**
     * Returns the Java value of a borrowed word.
     *
     * @param depth the number of containers around the object
     */
    @Nullable
    Object read(ThreadState state, long word, int depth);
}
