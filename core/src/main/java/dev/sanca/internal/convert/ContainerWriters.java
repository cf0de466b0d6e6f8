package dev.sanca.internal.convert;

import dev.sanca.internal.engine.ContainerOperations.Container;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts Java containers to Python containers. If a conversion fails half-way, every count that was made is decremented. */
final class ContainerWriters {
    private ContainerWriters() {}

    /** Converts an {@code Object[]} or a collection to a list. */
    static long list(ThreadState state, Object value, int depth) {
        int inside = NestingDepth.ofElements(state, depth);
        @Nullable Object[] items = value instanceof Object[] array ? array : ((Collection<?>) value).toArray();
        return PythonContainers.container(state, Container.LIST, items.length, i -> {
            try {
                return ToPython.element(state, items[i], inside);
            } catch (RuntimeException e) {
                throw ConversionError.at(e, "element " + i + " of " + name(value));
            }
        });
    }

    /** Converts a map to a dict, in the same order. */
    static long dict(ThreadState state, Object value, int depth) {
        int inside = NestingDepth.ofElements(state, depth);
        long dict = Operations.of(state).dict(state);
        try {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                put(state, dict, entry.getKey(), entry.getValue(), inside);
            }
        } catch (Throwable e) {
            Word.decref(dict);
            throw e;
        }
        return dict;
    }

    /** Runs {@code dict[key] = value}, with key and value converted. */
    static void put(ThreadState state, long dict, @Nullable Object key, @Nullable Object value, int depth) {
        String part = "key ";
        long k = 0;
        long v = 0;
        try {
            k = ToPython.element(state, key, depth);
            part = "value of key ";
            v = ToPython.element(state, value, depth);
            part = "key ";
            Operations.of(state).setItem(state, dict, k, v); // fails for a key that is not hashable
        } catch (RuntimeException e) {
            throw ConversionError.at(e, part + shown(key));
        } finally {
            Word.xdecref(k);
            Word.xdecref(v);
        }
    }

    /** Converts a set to a set. */
    static long set(ThreadState state, Object value, int depth) {
        int inside = NestingDepth.ofElements(state, depth);
        long set = Operations.of(state).container(state, Container.SET, new long[0]);
        try {
            for (Object element : (Set<?>) value) {
                add(state, set, element, inside);
            }
        } catch (Throwable e) {
            Word.decref(set);
            throw e;
        }
        return set;
    }

    private static void add(ThreadState state, long set, @Nullable Object element, int depth) {
        long word = 0;
        try {
            word = ToPython.element(state, element, depth);
            Operations.of(state).addToSet(state, set, word);
        } catch (RuntimeException e) {
            throw ConversionError.at(e, "element " + shown(element) + " of set");
        } finally {
            Word.xdecref(word);
        }
    }

    private static String name(Object value) {
        return value instanceof Object[] ? "array" : "list";
    }

    /**
     * Returns a key as text for a message. The text is short, and no {@code toString} of a user is called, which might fail or
     * not end.
     */
    private static String shown(@Nullable Object key) {
        if (key instanceof String s) {
            return "'" + (s.length() > 40 ? s.substring(0, 40) + "…" : s) + "'";
        } else if (key == null || key instanceof Number || key instanceof Boolean || key instanceof Character) {
            return String.valueOf(key);
        }
        return "of class " + key.getClass().getName();
    }
}
