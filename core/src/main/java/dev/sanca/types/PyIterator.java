package dev.sanca.types;

import dev.sanca.cpython.TypeChecks;
import dev.sanca.own.Chunk;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Python iterator, which is a Java one too.
 *
 * <p><b>Cost:</b> one native call for each element. {@link #hasNext} fetches the element that {@link #next} returns.
 */
@SuppressWarnings({"exports", "IterableAndIterator"}) // not for users; an iterator of Python is iterable, and used up
public final class PyIterator extends PyAny implements Iterator<PyAny> {
    static final Kind<PyIterator> KIND = Kind.register(
            PyIterator.class, "iterator", PyIterator::new, TypeChecks::isIterator, TypeChecks::isIterator);

    PyIterator(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    private @Nullable PyAny fetched;

    @Override
    public boolean hasNext() {
        if (fetched == null) {
            ThreadState state = state();
            long next = state.operations().next(state, word());
            Reference.reachabilityFence(this);
            if (next != 0) {
                fetched = PyAny.KIND.make(state, next);
            }
        }
        return fetched != null;
    }

    @Override
    public PyAny next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the Python iterator is at its end");
        }
        PyAny next = fetched;
        fetched = null;
        return Objects.requireNonNull(next);
    }

    @Override
    public PyIterator iterator() {
        return this;
    }
}
