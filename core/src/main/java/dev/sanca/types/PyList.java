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
 * {@snippet :
 * PyList names = py.list("Ada", "Grace");
 * names.append("Alan");
 * List<PyAny> view = names.asList();             // writes go through
 * List<String> copy = names.as(new TypeRef<List<String>>() {});
 * }
 *
 * <p><b>Subclasses:</b> an instance of a subclass is what Python code sees of it. {@link #get} is {@code this[index]},
 * {@link #len} is {@code len(this)}, and what reads all elements ({@link #iterator}, {@code as(List.class)},
 * {@code as(long[].class)} and its like, the iterators of {@link #asList}) reads those of {@code iter(this)}. So a
 * subclass that overrides {@code __getitem__}, {@code __len__} or {@code __iter__} is asked. The same holds for
 * {@link PyTuple} and {@link PyDict}.
 *
 * <p><b>Cost:</b> {@link #get} and {@link #set} make no native call where the layout of lists is proved;
 * {@code as(long[].class)} and its like read all elements without a reference for each.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#lists">Lists, in Python's documentation</a>
 */
public final class PyList extends PyAny {
    static final Kind<PyList> KIND =
            Kind.register(PyList.class, "list", PyList::new, TypeReads::isList, TypeReads::isExactList);

    PyList(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns an element: {@code this[index]}, for an index from zero. {@link #getItem} takes negative indices and
     * slices.
     *
     * @param index the index, from zero
     * @return the element, a new reference
     * @throws IndexOutOfBoundsException if {@code index} is negative, or not less than {@link #len}
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
     * Replaces an element: {@code this[index] = value}, for an index from zero. The element that was there is released.
     *
     * @param index the index, from zero
     * @param value the new element: a borrowed reference, or a Java value that is converted
     * @throws IndexOutOfBoundsException if {@code index} is negative, or not less than {@link #len}
     * @throws dev.sanca.PythonException {@code IndexError} if the conversion of {@code value} made the list shorter
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

    /**
     * Appends an element: {@code this.append(value)}.
     *
     * @param value the new element: a borrowed reference, or a Java value that is converted
     */
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

    /**
     * Inserts an element: {@code this.insert(index, value)}. An index outside of the list means its begin or end, a
     * negative one counts from the end, as in Python.
     *
     * <p><b>Cost:</b> O(n): the elements behind it move.
     *
     * @param index the index that the element will have
     * @param value the new element: a borrowed reference, or a Java value that is converted
     */
    public void insert(int index, @Nullable Object value) {
        callMethod("insert", index, value).close();
    }

    /**
     * Sorts the list in place: {@code this.sort()}; stable.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if two elements are not ordered; {@code ValueError} if the
     *     list is changed meanwhile
     */
    public void sort() {
        callMethod("sort").close();
    }

    /** Reverses the list in place: {@code this.reverse()}. */
    public void reverse() {
        callMethod("reverse").close();
    }

    /**
     * Returns a view as a Java list, which reads and writes through. {@code get}, {@code set}, {@code add} and
     * {@code remove} are permitted; an index must be in bounds. For a subclass, {@code get} and {@code size} are
     * {@code this[index]} and {@code len(this)}, and iterators, streams and copies have the elements of
     * {@code iter(this)}.
     *
     * <p>Elements are compared by {@code equals}, so by Python's {@code ==}; {@code contains} and {@code indexOf} find
     * references, not Java values.
     *
     * <p><b>Ownership:</b> an element that the view returns is a new reference in the innermost scope. The view uses
     * this reference, and throws as its methods do once this is closed.
     *
     * @return the view; its elements are never null
     */
    public List<PyAny> asList() {
        return new ListView(this);
    }
}
