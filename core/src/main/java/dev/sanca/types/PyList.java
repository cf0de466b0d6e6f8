package dev.sanca.types;

import dev.sanca.abi.TypeReads;
import dev.sanca.own.Chunk;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code list}.
 *
 * <p><b>Cost:</b> {@link #get} reads inline where the layout is proved; {@code as(long[].class)} and its like read all
 * elements without a reference for each.
 */
@SuppressWarnings("exports") // the constructor is not for users
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
        Objects.checkIndex(index, state.operations().listSize(state, word));
        long item = state.operations().listItem(state, word, index);
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
        Objects.checkIndex(index, state.operations().listSize(state, word));
        long v = Operand.word(state, value);
        try {
            state.operations().setListItem(state, word, index, v);
        } finally {
            Operand.release(value, v);
            Reference.reachabilityFence(this);
        }
    }

    /** {@code this.append(value)}. */
    public void append(@Nullable Object value) {
        long word = word();
        ThreadState state = state();
        long v = Operand.word(state, value);
        try {
            state.operations().append(state, word, v);
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
     * A view as a Java list, which reads and writes through.
     *
     * <p><b>Ownership:</b> the elements it returns are new references of the innermost scope; the view needs this one.
     */
    public List<PyAny> asList() {
        return new ListView(this);
    }
}
