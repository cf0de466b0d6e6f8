package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The door to what {@link PyAny} keeps from users: where its word is. The package {@code dev.sanca.types} implements the door,
 * this room uses it, and nobody else does.
 *
 * <p><b>Cost:</b> none once compiled: there is one implementation, in a constant.
 */
public abstract class ReferenceDoor {
    private static volatile @Nullable ReferenceDoor opened;

    /** For the implementation. */
    protected ReferenceDoor() {}

    /** Made when a reference is first used, which is after the initialisation of {@link PyAny}, where the door is opened. */
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

    /** Opens the door; once, by the initialisation of {@link PyAny}. */
    public static void open(ReferenceDoor door) {
        opened = door;
    }

    /** The door. */
    static ReferenceDoor get() {
        return Holder.DOOR;
    }

    /** The chunk that has the slot of a reference. */
    protected abstract Chunk chunk(PyAny reference);

    /** The number of the slot. */
    protected abstract int slot(PyAny reference);

    /** Gives a reference another slot. */
    protected abstract void set(PyAny reference, Chunk chunk, int slot);

    /** See {@link Kind#named}. */
    protected abstract Kind<?> kind(String pythonName);

    /** What a reference to an iterator holds of elements that were fetched in advance; null for others, and if it has none. */
    protected abstract @Nullable IteratorLookahead lookahead(PyAny reference);
}
