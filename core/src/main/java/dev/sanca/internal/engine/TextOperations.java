package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Strings and bytes, and the text of any object.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface TextOperations {
    /** Returns a new {@code str}. */
    long ofString(ThreadState state, String value);

    /** Returns the text of a {@code str}. */
    String asString(ThreadState state, long string);

    /** Returns a new {@code bytes} with a copy of an array. */
    long ofBytes(ThreadState state, byte[] value);

    /** {@code str(object)}. */
    String str(ThreadState state, long object);

    /** {@code str(object)}, or null if that fails. It is for the message of an exception. */
    default @Nullable String strOrNull(ThreadState state, long object) {
        try {
            return str(state, object);
        } catch (Throwable e) { // whatever __str__ raised: it may have called Java
            return null;
        }
    }

    /** {@code repr(object)}. */
    String repr(ThreadState state, long object);
}
