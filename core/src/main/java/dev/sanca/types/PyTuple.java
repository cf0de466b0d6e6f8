package dev.sanca.types;

import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;
import dev.sanca.internal.own.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.lang.ref.Reference;
import java.util.Objects;

/** A Python {@code tuple}. Of a subclass, what Python code sees of it: see {@link PyList}. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PyTuple extends PyAny {
    static final Kind<PyTuple> KIND =
            Kind.register(PyTuple.class, "tuple", PyTuple::new, TypeReads::isTuple, TypeReads::isExactTuple);

    PyTuple(Chunk chunk, int slot) {
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
        if (!TypeReads.isExactTuple(word)) {
            return item(index);
        }
        Objects.checkIndex(index, state.operations().tupleSize(state, word));
        long item = state.operations().tupleItem(state, word, index);
        Reference.reachabilityFence(this);
        return PyAny.KIND.make(state, item);
    }
}
