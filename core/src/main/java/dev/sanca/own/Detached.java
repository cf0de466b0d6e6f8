package dev.sanca.own;

import java.lang.ref.Reference;

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

    /** A new count of the object of an open detached reference; 0 if it is closed. Attached. */
    public static long newCount(Detached detached) {
        long word = detached.count.newCount();
        Reference.reachabilityFence(detached);
        return word;
    }
}
