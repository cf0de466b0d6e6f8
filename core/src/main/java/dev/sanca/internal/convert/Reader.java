package dev.sanca.internal.convert;

import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** How Python objects become values of one Java type. */
@FunctionalInterface
interface Reader {
    /**
     * The Java value of a borrowed word.
     *
     * @param depth how many containers the object is in
     */
    @Nullable
    Object read(ThreadState state, long word, int depth);
}
