package dev.sanca.internal.reference;

import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.internal.word.WordOwner;
import org.jspecify.annotations.Nullable;

/**
 * A Python runtime as this room sees it: enough to tell which runtime a word belongs to.
 *
 * <p><b>Thread:</b> any.
 */
public interface WordRuntime {
    /** Returns the runtime's name. */
    String runtime();

    /** The owner of the handles of a runtime other than CPython. */
    interface Handles extends WordOwner {
        /** Returns the runtime whose handles these are. */
        WordRuntime operations();
    }

    /** The runtime of untagged words, which are pointers to objects: CPython. */
    final class OfPointers {
        private static volatile @Nullable WordRuntime runtime;

        private OfPointers() {}

        /** Sets the runtime, when CPython has started. */
        public static void set(WordRuntime cpython) {
            runtime = cpython;
        }
    }

    /**
     * Returns the runtime that a word belongs to; null for an immediate and for a handle of a Java object, which every runtime
     * accepts.
     */
    static @Nullable WordRuntime ofOrNull(long word) {
        if (!Word.isTagged(word)) {
            return OfPointers.runtime;
        }
        return Tagged.isHandle(word) && Tagged.owner(word) instanceof Handles handles ? handles.operations() : null;
    }
}
