package dev.sanca.internal.derived;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.ffi.Segments;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Memory of a runtime's objects, as a copy, and Java's memory lent to it. */
final class DerivedBuffers {
    private final DerivedOperations operations;
    private final PythonRuntime runtime;
    private final DerivedWords words;

    DerivedBuffers(DerivedOperations operations) {
        this.operations = operations;
        this.runtime = operations.spi();
        this.words = operations.words();
    }

    /** A copy of the buffer of an object; null if it has none to give. */
    @Nullable
    HeldBuffer ofOrNull(long word) {
        return copy(operations.python().call("buffer_or_none", words.reference(word)));
    }

    /** A copy of the buffer of an object; Python's error if it has none to give. */
    HeldBuffer of(long word) {
        HeldBuffer copy = copy(operations.python().call("buffer", words.reference(word)));
        if (copy == null) {
            throw new IllegalStateException("the buffer function of derived.py gave nothing");
        }
        return copy;
    }

    /** Takes the tuple that {@code buffer} in {@code derived.py} returns. */
    private @Nullable HeldBuffer copy(Object parts) {
        DerivedPython python = operations.python();
        try {
            if (runtime.is(parts, python.none)) {
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
            runtime.close(parts);
        }
    }

    private Object part(Object parts, long index) {
        Object key = runtime.fromJava(index);
        try {
            return runtime.getItem(parts, key);
        } finally {
            runtime.close(key);
        }
    }

    private byte[] bytes(Object reference) {
        try {
            return runtime.asBytes(reference);
        } finally {
            runtime.close(reference);
        }
    }

    private long[] numbers(Object iterator) {
        List<Long> numbers = new ArrayList<>();
        try {
            for (Object n; (n = runtime.next(iterator)) != null; ) {
                numbers.add(operations.python().number(n));
            }
        } finally {
            runtime.close(iterator);
        }
        return numbers.stream().mapToLong(n -> n).toArray();
    }

    /** A view of native memory that {@code owner} keeps and Python keeps {@code owner}. */
    Object lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        return lend(state, Segments.owned(address, bytes, readOnly, () -> Reference.reachabilityFence(owner)), bytes);
    }

    /** A view of new memory that a filler writes. */
    Object filled(ThreadState state, long bytes, LongConsumer filler) {
        Object segment = Segments.allocate(bytes);
        filler.accept(Segments.address(segment));
        return lend(state, segment, bytes);
    }

    private Object lend(ThreadState state, Object segment, long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw operations.error(
                    state,
                    "OverflowError",
                    bytes + " bytes are more than the runtime " + runtime.name() + " can look at in one piece: pass"
                            + " slices of at most 2 GiB");
        }
        return runtime.lendBuffer(Segments.asByteBuffer(segment));
    }

    /** A list of the numbers in an array of 64-bit elements. */
    Object listOf(ThreadState state, int count, String format, LongConsumer filler) {
        Object view = filled(state, 8L * count, filler);
        try {
            Object text = runtime.fromJava(format);
            try {
                return operations.python().call("list_of_numbers", view, text);
            } finally {
                runtime.close(text);
            }
        } finally {
            runtime.close(view);
        }
    }
}
