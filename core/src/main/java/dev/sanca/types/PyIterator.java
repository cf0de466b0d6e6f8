package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Ahead;
import dev.sanca.internal.reference.Chunk;
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
 * <p>{@link #hasNext} has to fetch an element to know that there is one; {@link #next} returns that one. No element is lost
 * between the two, whoever asks for the next one:
 *
 * <ul>
 *   <li>{@link #hasNext} may be called in an inner scope or in a callback: the fetched element belongs to the scope of this
 *       reference until {@link #next} hands it out, as a reference of the scope that is innermost then.
 *   <li>Python code that is given this reference after {@link #hasNext} (as an argument, an attribute, an element of a list, by
 *       {@code Py.of}, {@link #cast}, {@link #as(Class)} …) gets an iterator that begins with the fetched element:
 *       {@code itertools.chain((element,), this)}. This reference goes on with that one too, so that both have each element
 *       once. Given before {@link #hasNext}, or right after {@link #next}, it is the iterator itself.
 *   <li>{@link #is}, {@link #type}, {@link #hash}, attributes and methods are always those of the iterator itself.
 * </ul>
 *
 * <p><b>Ownership:</b> a fetched element is given back with this reference: by {@link #close}, by the collector's help, or with
 * its scope.
 *
 * <p><b>Errors:</b> what {@code __next__} raises is thrown by {@link #hasNext}, once; the next call asks again.
 *
 * <p><b>Cost:</b> one native call for each element.
 *
 * @apiNote Python has no way to put an element back. Who has got the iterator from elsewhere, or before {@link #hasNext}, does
 *     not see an element that is fetched here. Where both sides take turns, ask {@link #next} alone, which fetches nothing in
 *     advance, and catch its {@code NoSuchElementException}.
 */
@SuppressWarnings("IterableAndIterator") // an iterator of Python is iterable, and used up
public final class PyIterator extends PyAny implements Iterator<PyAny> {
    static final Kind<PyIterator> KIND = Kind.register(
            PyIterator.class, "iterator", PyIterator::new, TypeChecks::isIterator, TypeChecks::isIterator);

    PyIterator(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    private @Nullable Ahead ahead;

    @Override
    @Nullable
    Ahead ahead() {
        return ahead;
    }

    @Override
    public boolean hasNext() {
        long word = Refs.taggedWord(this); // usable, also where nothing is left to ask
        if (ahead != null && ahead.hasElement()) {
            return true;
        }
        ThreadState state = state();
        long next = Operations.of(state).next(state, Word.isObject(word) ? word : Refs.word(this));
        Reference.reachabilityFence(this);
        if (next == 0) {
            return ahead != null && ahead.hasElement(); // fetched by code that was run
        }
        if (ahead == null) {
            ahead = new Ahead(PyAny.KIND);
        }
        ahead.put(this, next);
        return true;
    }

    @Override
    public PyAny next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the Python iterator is at its end");
        }
        return Objects.requireNonNull(ahead).take(this);
    }

    @Override
    public PyIterator iterator() {
        return this;
    }
}
