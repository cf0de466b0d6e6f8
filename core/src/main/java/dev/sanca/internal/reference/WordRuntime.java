package dev.sanca.internal.reference;

import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.internal.word.WordOwner;
import org.jspecify.annotations.Nullable;

/**
 * A Python as references know it: what tells whether a word belongs to it.
 *
 * <p><b>Thread:</b> any.
 */
public interface WordRuntime {
    /** The runtime's name. */
    String runtime();

    /** What owns the handles of a runtime other than CPython. */
    interface Handles extends WordOwner {
        /** The runtime. */
        WordRuntime operations();
    }

    /** The runtime of untagged words. */
    final class OfPointers {
        private static volatile @Nullable WordRuntime runtime;

        private OfPointers() {}

        /** Sets CPython, once it has started. */
        public static void set(WordRuntime cpython) {
            runtime = cpython;
        }
    }

    /** The runtime that a word belongs to; null for an immediate and for a handle of a Java object, which belong to all. */
    static @Nullable WordRuntime ofOrNull(long word) {
        if (!Word.isTagged(word)) {
            return OfPointers.runtime;
        }
        return Tagged.isHandle(word) && Tagged.owner(word) instanceof Handles handles ? handles.operations() : null;
    }
}
