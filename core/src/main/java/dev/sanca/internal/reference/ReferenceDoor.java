package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The access to the fields of {@link PyAny} that users cannot see: its chunk and its slot. The package {@code dev.sanca.types}
 * implements this class; only this room uses it.
 *
 * <p><b>Cost:</b> none in compiled code: there is one implementation, held by a constant.
 */
public abstract class ReferenceDoor {
    private static volatile @Nullable ReferenceDoor opened;

    /** For the implementation. */
    protected ReferenceDoor() {}

    /**
     * Is initialised when a reference is first used. {@link PyAny} has been initialised by then, and has called {@link #open}.
     */
    private static final class Holder {
        static final ReferenceDoor DOOR = find();

        private Holder() {}

        private static ReferenceDoor find() {
            try {
                MethodHandles.lookup().ensureInitialized(PyAny.class);
            } catch (IllegalAccessException e) {
                throw new ExceptionInInitializerError(e);
            }
            return Objects.requireNonNull(opened);
        }
    }

    /** Sets the implementation. The initialiser of {@link PyAny} calls this once. */
    public static void open(ReferenceDoor door) {
        opened = door;
    }

    /** Returns the implementation. */
    static ReferenceDoor get() {
        return Holder.DOOR;
    }

    /** Returns the chunk that contains the slot of a reference. */
    protected abstract Chunk chunk(PyAny reference);

    /** Returns the number of the slot in its chunk. */
    protected abstract int slot(PyAny reference);

    /** Makes a reference use another slot. */
    protected abstract void set(PyAny reference, Chunk chunk, int slot);

    /**
     * Returns the look-ahead of a reference to an iterator; null for another reference, and for an iterator of which no element
     * was fetched in advance.
     */
    protected abstract @Nullable IteratorLookahead lookahead(PyAny reference);
}
