package dev.sanca.internal.cpython;

import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * One of the Python types that {@link JavaHolder} makes; it is made when it is first asked for.
 *
 * <p><b>Ownership:</b> the type lives as long as the process.
 *
 * <p><b>Thread:</b> attached. No lock is held while the type is made: if two threads make it, the second type is not used.
 */
final class HolderType {
    private final Maker maker;
    private volatile @Nullable JavaHolder made;

    /** Makes the type. */
    @FunctionalInterface
    interface Maker {
        /** Returns a new type. */
        JavaHolder make(ThreadState state);
    }

    HolderType(Maker maker) {
        this.maker = maker;
    }

    /** Returns the type. */
    JavaHolder get(ThreadState state) {
        JavaHolder known = made;
        return known != null ? known : keep(maker.make(state));
    }

    /** Returns the type, or null if it was not made yet. */
    @Nullable
    JavaHolder orNull() {
        return made;
    }

    private synchronized JavaHolder keep(JavaHolder another) {
        JavaHolder kept = made;
        if (kept == null) {
            kept = another;
            made = kept;
        }
        return kept;
    }
}
