package dev.sanca.internal.own;

import dev.sanca.internal.word.Word;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** A detached reference without its methods: what Sanca's other packages may do with one. */
public abstract class Detached {
    final DetachedCount count;

    /** Becomes the owner of a count. */
    protected Detached(long word) {
        this.count = new DetachedCount(this, word);
    }

    /** The count's holder, for the subclass. */
    protected static DetachedCount countOf(Detached detached) {
        return detached.count;
    }

    /**
     * A new count of the object of an open detached reference; 0 if it is closed.
     *
     * @param state attached
     * @throws IllegalArgumentException if it belongs to another runtime
     */
    public static long newCount(ThreadState state, Detached detached) {
        Refs.checkRuntime(state, detached.count.word(), detached);
        long word = detached.count.newCount(state);
        if (Word.isTagged(word)) {
            word = Refs.taken(state, word);
        }
        Reference.reachabilityFence(detached);
        return word;
    }

    /** The runtime of an open detached reference; null if it belongs to all, or is closed. */
    public static @Nullable Operations runtimeOrNull(Detached detached) {
        long word = detached.count.word();
        Operations runtime = word == 0 ? null : Operations.ofOrNull(word);
        Reference.reachabilityFence(detached);
        return runtime;
    }
}
