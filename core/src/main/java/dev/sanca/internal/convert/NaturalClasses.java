package dev.sanca.internal.convert;

import dev.sanca.internal.word.TypeReads;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java classes that Python's containers and text stand for, where several methods could take them. */
final class NaturalClasses {
    private NaturalClasses() {}

    /** Returns whether the class that an object stands for is that of a parameter, or a superclass or subclass; or it stands for none. */
    static boolean suits(long word, Class<?> parameter) {
        Class<?> natural = ofOrNull(word);
        return natural == null
                || parameter.isAssignableFrom(natural)
                || natural.isAssignableFrom(parameter)
                || (natural == String.class && (parameter == char.class || parameter == Character.class));
    }

    /** Returns the class for a list, tuple, dict or text; null for another object. */
    private static @Nullable Class<?> ofOrNull(long word) {
        if (TypeReads.isString(word)) {
            return String.class;
        } else if (TypeReads.isDict(word)) {
            return Map.class;
        } else if (TypeReads.isBytes(word)) {
            return byte[].class;
        }
        return TypeReads.isList(word) || TypeReads.isTuple(word) ? List.class : null;
    }
}
