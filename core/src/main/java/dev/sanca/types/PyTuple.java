package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.lang.ref.Reference;
import java.util.Objects;

/**
 * A Python {@code tuple}. For instances of subclasses see {@link PyList}.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#tuples">Tuples, in Python's documentation</a>
 */
public final class PyTuple extends PyAny {
    static final Kind<PyTuple> KIND =
            Kind.register(PyTuple.class, "tuple", PyTuple::new, TypeReads::isTuple, TypeReads::isExactTuple);

    PyTuple(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns an element: {@code this[index]}, for an index from zero. {@link #getItem} takes negative indices and
     * slices.
     *
     * <p><b>Cost:</b> no native call where the layout of tuples is proved.
     *
     * @param index the index, from zero
     * @return the element, a new reference
     * @throws IndexOutOfBoundsException if {@code index} is negative, or not less than {@link #len}
     */
    public PyAny get(int index) {
        ThreadState state = state();
        long word = word();
        if (!TypeReads.isExactTuple(word)) {
            return item(index);
        }
        Objects.checkIndex(index, Operations.of(state).tupleSize(state, word));
        long item = Operations.of(state).tupleItem(state, word, index);
        Reference.reachabilityFence(this);
        return PyAny.KIND.make(state, item);
    }
}
