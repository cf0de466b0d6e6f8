package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.util.Arrays;

/**
 * Converts enum constants to a {@code str} with their name, and back from such a {@code str} or from a member of a Python enum
 * with the same name.
 */
final class Enums {
    private Enums() {}

    static long write(ThreadState state, Object value, int depth) {
        return Operations.of(state).ofString(state, ((Enum<?>) value).name());
    }

    /** Returns the reader of an enum class. */
    static Reader reader(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return (state, word, depth) -> read(state, word, type, constants);
    }

    private static Object read(ThreadState state, long word, Class<?> type, Object[] constants) {
        String name = TypeReads.isExactString(word)
                ? ScalarReaders.string(state, word)
                : Attributes.textOrNull(state, word, "name");
        if (name == null && TypeReads.isString(word)) {
            name = ScalarReaders.string(state, word);
        }
        if (name == null) {
            throw Numbers.wrongType(state, word, type.getSimpleName(), "the name of a constant, nor an enum's member");
        }
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw ConversionError.value("'" + name + "' is not a constant of " + type.getSimpleName() + ": "
                + String.join(
                        ", ",
                        Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).toList()));
    }
}
