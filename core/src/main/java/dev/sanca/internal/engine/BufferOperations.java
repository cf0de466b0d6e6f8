package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Memory that Java and Python share.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface BufferOperations {
    /** Returns whether the type of an object has buffers; one object may have none all the same. */
    boolean hasBuffer(ThreadState state, long word);

    /** Returns the buffer of an object, or null if the object does not give one. */
    @Nullable
    HeldBuffer bufferOrNull(ThreadState state, long word);

    /** Returns the buffer of an object. */
    HeldBuffer buffer(ThreadState state, long word);

    /** {@code memoryview(object)}. */
    long memoryView(ThreadState state, long word);

    /**
     * Returns a writable {@code memoryview}, in format {@code B}, of new memory, which {@code filler} fills; it gets the
     * address.
     */
    long memoryView(ThreadState state, long bytes, LongConsumer filler);

    /** Returns a {@code memoryview}, in format {@code B}, of native memory; the view keeps {@code owner} reachable. */
    long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly);
}
