package dev.sanca.internal.convert;

import dev.sanca.internal.engine.ContainerOperations.Container;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes Python lists, tuples and sets of Java values. If the conversion of an element fails, the counts of the others are
 * decremented.
 */
public final class PythonContainers {
    private PythonContainers() {}

    /** Returns a new list of the arguments or, if the only argument is a primitive array or an iterable, of its elements. */
    public static long list(ThreadState state, @Nullable Object @Nullable [] items) {
        Object elements = elements(items);
        if (elements instanceof long[] longs) {
            return Operations.of(state).listOf(state, longs);
        } else if (elements instanceof double[] doubles) {
            return Operations.of(state).listOf(state, doubles);
        }
        return container(state, Container.LIST, elements);
    }

    /** Returns a new tuple of the arguments or, if the only argument is a primitive array or an iterable, of its elements. */
    public static long tuple(ThreadState state, @Nullable Object @Nullable [] items) {
        return container(state, Container.TUPLE, elements(items));
    }

    /** Returns a new set of the arguments or, if the only argument is a primitive array or an iterable, of its elements. */
    public static long set(ThreadState state, @Nullable Object @Nullable [] items) {
        return container(state, Container.SET, elements(items));
    }

    private static long container(ThreadState state, Container kind, Object array) {
        if (Stack.isExhausted(state)) { // a failure half-way needs some stack to decrement the counts of the elements
            throw new StackOverflowError("no stack left for a call from Java into Python");
        }
        return container(state, kind, Array.getLength(array), i -> element(state, array, i));
    }

    /** Returns the elements as an array: the arguments, or the elements of the only argument. */
    private static Object elements(@Nullable Object @Nullable [] items) {
        if (items == null) {
            return new @Nullable Object[] {null};
        }
        Object only = items.length == 1 ? items[0] : null; // read once, since the caller may change the array
        if (only == null || only instanceof PyAny) {
            return items;
        }
        if (only.getClass().isArray() && only.getClass().componentType().isPrimitive()) {
            return only;
        }
        if (only instanceof Iterable<?> iterable) {
            return only instanceof Collection<?> c ? c.toArray() : collect(iterable);
        }
        return items;
    }

    private static @Nullable Object[] collect(Iterable<?> iterable) {
        List<@Nullable Object> list = new ArrayList<>();
        iterable.forEach(list::add);
        return list.toArray();
    }

    private static long element(ThreadState state, Object array, int i) {
        if (array instanceof long[] longs) {
            return Operations.of(state).ofLong(state, longs[i]);
        } else if (array instanceof double[] doubles) {
            return Operations.of(state).ofDouble(state, doubles[i]);
        }
        return ToPython.convert(state, Array.get(array, i));
    }

    /** Makes the elements of a container. */
    @FunctionalInterface
    interface Element {
        /** Returns the element at an index, a new reference. */
        long word(int index);
    }

    /**
     * Returns a new container of {@code n} elements. If one of them cannot be made, the counts of the others are decremented.
     */
    static long container(ThreadState state, Container kind, int n, Element element) {
        long[] words = new long[n];
        try {
            for (int i = 0; i < n; i++) {
                words[i] = element.word(i);
            }
            return Operations.of(state).container(state, kind, words);
        } catch (Throwable e) {
            for (long word : words) {
                Word.xdecref(word);
            }
            throw e;
        }
    }
}
