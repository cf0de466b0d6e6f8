package dev.sanca.internal.convert;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts any Python iterable but text to an array of objects or of arrays. */
final class ObjectArrays {
    private ObjectArrays() {}

    /** Returns the reader of {@code component[]}. */
    static Reader reader(Class<?> component, Type elementType) {
        Reader element = Readers.lazy(elementType);
        String name = component.getSimpleName() + "[]";
        return (state, word, depth) -> {
            List<@Nullable Object> elements = new ArrayList<>(Elements.sizeHint(state, word));
            Elements.read(state, word, element, depth, name, elements::add);
            return elements.toArray((Object[]) Array.newInstance(component, 0));
        };
    }
}
