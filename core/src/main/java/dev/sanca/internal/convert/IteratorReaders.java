package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Converts Python iterables to lazy Java iterators, iterables and streams. They attach by themselves for each element. Any
 * thread may use them, one thread at a time.
 *
 * <p><b>Ownership:</b> they own the Python iterator until it is at its end, until the stream is closed, or until they are
 * unreachable.
 */
final class IteratorReaders {
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);

    private IteratorReaders() {}

    /** Returns the reader of a class; null if the class is not one of the three. */
    static @Nullable Reader of(Class<?> type, Type[] arguments) {
        if (type != Iterator.class && type != Iterable.class && type != Stream.class) {
            return null;
        }
        Type of = arguments.length == 0 ? Object.class : arguments[0];
        if (PyAny.class.isAssignableFrom(Readers.raw(of))) {
            throw new IllegalArgumentException("a lazy " + type.getSimpleName() + " cannot give " + of.getTypeName()
                    + ", which belongs to the attachment that ends with each element: ask for elements of type Py");
        }
        Reader element = Readers.lazy(of);
        if (type == Iterable.class) {
            return (state, word, depth) -> iterable(state, word, element);
        } else if (type == Iterator.class) {
            return (state, word, depth) -> iterator(state, word, element);
        }
        return (state, word, depth) -> stream(iterator(state, word, element));
    }

    private static ElementIterator iterator(ThreadState state, long word, Reader element) {
        return new ElementIterator(Face.ofOwned(ANY, Elements.iterator(state, word, "Iterator")), element);
    }

    private static Iterable<@Nullable Object> iterable(ThreadState state, long word, Reader element) {
        Word.decref(Elements.iterator(state, word, "Iterable")); // fails now for an object that is not iterable
        Py<PyAny> held = ReferenceReaders.detached(word);
        return () -> Face.attach(held, py -> {
            PyAny iterable = held.bind(py);
            ThreadState current = ThreadState.of(iterable);
            try {
                return iterator(current, Refs.word(iterable), element);
            } catch (ConversionError e) {
                throw e.toPython(current);
            }
        });
    }

    private static Stream<@Nullable Object> stream(ElementIterator iterator) {
        return StreamSupport.<@Nullable Object>stream(
                        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
                .onClose(iterator.held::close);
    }

    /** An iterator that fetches an element in {@code hasNext()}, since Python has no other way to tell whether there is one. */
    private static final class ElementIterator implements Iterator<@Nullable Object> {
        private final Py<PyAny> held;
        private final Reader element;
        private boolean fetched;
        private boolean ended;
        private @Nullable Object next;

        ElementIterator(Py<PyAny> held, Reader element) {
            this.held = held;
            this.element = element;
        }

        @Override
        public boolean hasNext() {
            if (!fetched && !ended) {
                Face.attach(held, py -> {
                    fetch(held.bind(py));
                    return null;
                });
            }
            return fetched;
        }

        private void fetch(PyAny iterator) {
            ThreadState state = ThreadState.of(iterator);
            long word = Operations.of(state).next(state, Refs.word(iterator));
            Reference.reachabilityFence(iterator);
            if (word == 0) {
                ended = true;
                held.close();
                return;
            }
            try {
                next = FromPython.convert(state, word, element);
                fetched = true;
            } finally {
                Word.decref(word);
            }
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the Python iterator is at its end");
            }
            fetched = false;
            Object element = next;
            next = null;
            return element;
        }
    }
}
