package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.IteratorLookahead;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Python iterator, which is a Java one too.
 *
 * <p>{@link #hasNext} has to fetch an element to know that there is one; {@link #next} returns that one. No element is
 * lost between the two, whoever asks for the next one:
 *
 * <ul>
 *   <li>{@link #hasNext} may be called in an inner scope or in a callback: the fetched element belongs to the scope of this
 *       reference until {@link #next} returns it, as a reference of the scope that is innermost then.
 *   <li>Python code that is given this reference after {@link #hasNext} (as an argument, an attribute, an element of a list, by
 *       {@code Py.of}, {@link #cast}, {@link #as(Class)} …) gets an iterator that begins with the fetched element:
 *       {@code itertools.chain((element,), this)}. This reference goes on with that one too, so that both have each element
 *       once. Given before {@link #hasNext}, or right after {@link #next}, it is the iterator itself.
 *   <li>{@link #is}, {@link #type}, {@link #hash}, attributes and methods are always those of the iterator itself.
 * </ul>
 *
 * <p><b>Ownership:</b> a fetched element is released with this reference: by {@link #close}, by the collector's help,
 * or with its scope.
 *
 * <p><b>Cost:</b> one native call for each element.
 *
 * @apiNote Python has no way to put an element back. Code that got the iterator from elsewhere, or before
 *     {@link #hasNext}, does not see an element that is fetched here. Where both sides take turns, ask {@link #next}
 *     alone and catch its {@code NoSuchElementException}: no element stays fetched between two calls then.
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#iterator-types">Iterator Types, in Python's
 *     documentation</a>
 */
@SuppressWarnings("IterableAndIterator") // an iterator of Python is iterable, and used up
public final class PyIterator extends PyAny implements Iterator<PyAny> {
    static final Kind<PyIterator> KIND =
            Kind.register(PyIterator.class, "iterator", PyIterator::new, PythonProtocol.of(Operations::isIterator));

    PyIterator(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    private @Nullable IteratorLookahead lookahead;

    @Override
    @Nullable
    IteratorLookahead lookahead() {
        return lookahead;
    }

    /**
     * Returns whether there is another element; fetches it by {@code next(this)} unless that was done.
     *
     * @return whether {@link #next} would return one. After false, the next call asks Python again
     * @throws dev.sanca.PythonException whatever {@code __next__} raises but {@code StopIteration}, once: the next call
     *     asks again
     */
    @Override
    public boolean hasNext() {
        long word = Refs.taggedWord(this); // usable, also where nothing is left to ask
        if (lookahead != null && lookahead.hasElement()) {
            return true;
        }
        ThreadState state = state();
        long next = Operations.of(state).next(state, Word.isObject(word) ? word : Refs.word(this));
        Reference.reachabilityFence(this);
        if (next == 0) {
            return lookahead != null && lookahead.hasElement(); // fetched by code that was run
        }
        if (lookahead == null) {
            lookahead = new IteratorLookahead(PyAny.KIND);
        }
        lookahead.put(this, next);
        return true;
    }

    /**
     * Returns the next element: {@code next(this)}, or what {@link #hasNext} has fetched.
     *
     * @return the element, a new reference in the innermost scope
     * @throws NoSuchElementException if there is none
     * @throws dev.sanca.PythonException whatever {@code __next__} raises but {@code StopIteration}
     */
    @Override
    public PyAny next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the Python iterator is at its end");
        }
        return Objects.requireNonNull(lookahead).take(this);
    }

    /**
     * Returns this very reference, so that an iterator may stand in a {@code for} statement, which uses it up.
     *
     * @return this
     */
    @Override
    public PyIterator iterator() {
        return this;
    }
}
