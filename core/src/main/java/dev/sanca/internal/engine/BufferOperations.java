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
    /** The buffer of an object; null if it has none to give. */
    @Nullable
    HeldBuffer bufferOrNull(ThreadState state, long word);

    /** The buffer of an object. */
    HeldBuffer buffer(ThreadState state, long word);

    /** {@code memoryview(object)}. */
    long memoryView(ThreadState state, long word);

    /** A writable {@code memoryview}, in format {@code B}, of bytes that {@code filler} writes at an address. */
    long memoryView(ThreadState state, long bytes, LongConsumer filler);

    /** A {@code memoryview}, in format {@code B}, of the memory of a native segment, which {@code owner} keeps. */
    long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly);
}
