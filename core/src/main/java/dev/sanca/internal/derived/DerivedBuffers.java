package dev.sanca.internal.derived;

import dev.sanca.internal.engine.BufferOperations;
import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.ffi.Segments;
import dev.sanca.internal.thread.ThreadState;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Memory that Java and Python share: a buffer of an object is read as a copy, and memory of Java is lent to the runtime. */
interface DerivedBuffers extends BufferOperations, DerivedFacet {
    @Override
    default boolean hasBuffer(ThreadState state, long word) {
        return access().test(state, "is_buffer", word);
    }

    @Override
    default @Nullable HeldBuffer bufferOrNull(ThreadState state, long word) {
        return access().<@Nullable HeldBuffer>ask(
                        state, () -> copy(access().python().call("buffer_or_none", access().reference(word))));
    }

    @Override
    default HeldBuffer buffer(ThreadState state, long word) {
        return access().ask(state, () -> {
            HeldBuffer copy = copy(access().python().call("buffer", access().reference(word)));
            if (copy == null) {
                throw new IllegalStateException("the buffer function of derived.py gave nothing");
            }
            return copy;
        });
    }

    @Override
    default long memoryView(ThreadState state, long word) {
        return access().object(state, "memoryview", word);
    }

    @Override
    default long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        return access().word(
                        state,
                        () -> lend(
                                state,
                                Segments.owned(address, bytes, readOnly, () -> Reference.reachabilityFence(owner)),
                                bytes));
    }

    @Override
    default long memoryView(ThreadState state, long bytes, LongConsumer filler) {
        return access().word(state, () -> {
            Object segment = Segments.allocate(bytes);
            filler.accept(Segments.address(segment));
            return lend(state, segment, bytes);
        });
    }

    /** Returns the buffer that a tuple describes, which {@code buffer} in {@code derived.py} has returned. Closes the tuple. */
    private @Nullable HeldBuffer copy(Object parts) {
        DerivedPython python = access().python();
        try {
            if (access().runtime.is(parts, python.none)) {
                return null;
            }
            return new BufferCopy(
                    bytes(part(parts, 0)),
                    python.text(part(parts, 1)),
                    python.number(part(parts, 2)),
                    python.truth(part(parts, 3)),
                    python.truth(part(parts, 4)),
                    numbers(part(parts, 5)),
                    numbers(part(parts, 6)));
        } finally {
            access().runtime.close(parts);
        }
    }

    private Object part(Object parts, long index) {
        Object key = access().runtime.fromJava(index);
        try {
            return access().runtime.getItem(parts, key);
        } finally {
            access().runtime.close(key);
        }
    }

    private byte[] bytes(Object reference) {
        try {
            return access().runtime.asBytes(reference);
        } finally {
            access().runtime.close(reference);
        }
    }

    private long[] numbers(Object iterator) {
        List<Long> numbers = new ArrayList<>();
        try {
            for (Object n; (n = access().runtime.next(iterator)) != null; ) {
                numbers.add(access().python().number(n));
            }
        } finally {
            access().runtime.close(iterator);
        }
        return numbers.stream().mapToLong(n -> n).toArray();
    }

    private Object lend(ThreadState state, Object segment, long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw access().operations
                    .error(
                            state,
                            "OverflowError",
                            bytes + " bytes are more than the runtime "
                                    + access().runtime.name() + " can look at in one piece: pass"
                                    + " slices of at most 2 GiB");
        }
        return access().runtime.lendBuffer(Segments.asByteBuffer(segment));
    }
}
