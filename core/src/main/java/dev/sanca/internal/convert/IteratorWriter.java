package dev.sanca.internal.convert;

import dev.sanca.internal.engine.ContainerOperations.Container;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.ImportedAttribute;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Converts Java iterators, iterables and streams to a Python iterator: {@code map(itemgetter(0), iter(step, None))}, where
 * {@code step} is a Java function that returns the next element in a tuple, or None at the end.
 *
 * <p>The iterator is lazy: it asks Java for an element when Python asks for one, and on the same thread. Collections are copied
 * instead, see {@link ContainerWriters}.
 */
final class IteratorWriter {
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);
    private static final ImportedAttribute ITER = new ImportedAttribute("builtins", "iter");
    private static final ImportedAttribute MAP = new ImportedAttribute("builtins", "map");
    private static final ImportedAttribute ITEM_GETTER = new ImportedAttribute("operator", "itemgetter");

    private IteratorWriter() {}

    static long write(ThreadState state, Object value, int depth) {
        Iterator<?> iterator = switch (value) {
            case Iterator<?> i -> i;
            case BaseStream<?, ?> s -> s.iterator();
            default -> ((Iterable<?>) value).iterator();
        };
        Objects.requireNonNull(iterator, () -> value.getClass().getName() + ".iterator() returned null");
        long step = Operations.of(state).function(state, "next", (py, arguments, keywords) -> {
            if (!iterator.hasNext()) {
                return null;
            }
            return tuple(Face.state(py), iterator.next());
        });
        long none = Word.NULL;
        long steps;
        try {
            none = Operations.of(state).none(state);
            steps = ITER.callWords(state, step, none);
        } finally {
            Word.xdecref(none);
            Word.decref(step);
        }
        try {
            return map(state, steps);
        } finally {
            Word.decref(steps);
        }
    }

    private static PyAny tuple(ThreadState state, @Nullable Object element) {
        long tuple = PythonContainers.container(state, Container.TUPLE, 1, i -> ToPython.convert(state, element));
        return ANY.make(state, tuple);
    }

    private static long map(ThreadState state, long steps) {
        long first = ITEM_GETTER.call(state, 0);
        try {
            return MAP.callWords(state, first, steps);
        } finally {
            Word.decref(first);
        }
    }
}
