package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.lang.ref.Reference;
import java.util.Objects;

/** A Python {@code tuple}. Of a subclass, what Python code sees of it: see {@link PyList}. */
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
        Objects.checkIndex(index, Operations.of(state).tupleSize(state, word));
        long item = Operations.of(state).tupleItem(state, word, index);
        Reference.reachabilityFence(this);
        return PyAny.KIND.make(state, item);
    }
}
