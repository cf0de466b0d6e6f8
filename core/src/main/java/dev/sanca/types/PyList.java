package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code list}.
 *
 * <p><b>Subclasses:</b> an instance of a subclass is what Python code sees of it, on every way: {@link #get} is {@code x[i]},
 * {@link #len} is {@code len(x)}, and what reads all elements ({@link #iterator}, {@code as(List.class)},
 * {@code as(long[].class)} and its like, the iterators of {@link #asList}) gives those of {@code iter(x)}. So a subclass that
 * overrides {@code __getitem__}, {@code __len__} or {@code __iter__} is asked. This holds for the other containers likewise.
 *
 * <p><b>Cost:</b> {@link #get} reads inline where the layout is proved; {@code as(long[].class)} and its like read all
 * elements without a reference for each.
 */
public final class PyList extends PyAny {
    static final Kind<PyList> KIND =
            Kind.register(PyList.class, "list", PyList::new, TypeReads::isList, TypeReads::isExactList);

    PyList(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * {@code this[index]}, for an index from zero.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public PyAny get(int index) {
        ThreadState state = state();
        long word = word();
        if (!TypeReads.isExactList(word)) {
            return item(index);
        }
        Objects.checkIndex(index, Operations.of(state).listSize(state, word));
        long item = Operations.of(state).listItem(state, word, index);
        Reference.reachabilityFence(this);
        return PyAny.KIND.make(state, item);
    }

    /**
     * {@code this[index] = value}, for an index from zero.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public void set(int index, @Nullable Object value) {
        ThreadState state = state();
        long word = word();
        long size = TypeReads.isExactList(word)
                ? Operations.of(state).listSize(state, word)
                : Operations.of(state).length(state, word);
        Objects.checkIndex(index, size);
        long v = Operand.word(state, value);
        try {
            Operations.of(state).setListItem(state, word, index, v);
        } finally {
            Operand.release(value, v);
            Reference.reachabilityFence(this);
        }
    }

    /** {@code this.append(value)}. */
    public void append(@Nullable Object value) {
        long word = word();
        ThreadState state = state();
        if (!TypeReads.isExactList(word)) {
            callMethod("append", value).close();
            return;
        }
        long v = Operand.word(state, value);
        try {
            Operations.of(state).append(state, word, v);
        } finally {
            Operand.release(value, v);
            Reference.reachabilityFence(this);
        }
    }

    /** {@code this.insert(index, value)}. */
    public void insert(int index, @Nullable Object value) {
        callMethod("insert", index, value).close();
    }

    /** {@code this.sort()}. */
    public void sort() {
        callMethod("sort").close();
    }

    /** {@code this.reverse()}. */
    public void reverse() {
        callMethod("reverse").close();
    }

    /**
     * A view as a Java list, which reads and writes through. Of a subclass, {@code get} and {@code size} are {@code x[i]} and
     * {@code len(x)}, and its iterators, streams and copies have the elements of {@code iter(x)}.
     *
     * <p><b>Ownership:</b> the elements it returns are new references of the innermost scope; the view needs this one.
     */
    public List<PyAny> asList() {
        return new ListView(this);
    }
}
