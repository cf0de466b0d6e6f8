package dev.sanca.internal.convert;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.word.Tagged;
import org.jspecify.annotations.Nullable;

/**
 * Converts Java values to tagged words, for which no Python object exists yet: immediates, and handles of objects that only a
 * proxy can represent.
 *
 * <p><b>Thread:</b> any.
 *
 * <p><b>Cost:</b> no native call.
 */
public final class TaggedValues {
    private TaggedValues() {}

    /** Returns the tagged word of a value, a new reference; 0 if the value has none. */
    public static long of(@Nullable Object value) {
        if (!Tagged.ENABLED) {
            return 0;
        } else if (value == null) {
            return Tagged.NONE;
        }
        return Converters.CONVERTS_COMMON_TYPES ? 0 : ofObject(value);
    }

    private static long ofObject(Object value) {
        return switch (value) {
            case Integer i -> Tagged.ofInt(i);
            case Long l -> ofLong(l);
            case Boolean b -> Tagged.ofBoolean(b);
            case String s -> 0;
            case Double d -> 0;
            default -> Writers.isProxied(value.getClass()) ? JavaHandles.make(value) : 0;
        };
    }

    /** Returns the immediate of an integer; 0 if the integer has more than 60 bits. */
    public static long ofLong(long value) {
        return Tagged.ENABLED && Tagged.fitsInt(value) ? Tagged.ofInt(value) : 0;
    }

    /** Returns whether {@link #read} can convert a tagged word to a class, without Python. */
    static boolean isRead(long word, Class<?> type) {
        if (Tagged.isInt(word)) {
            return type == long.class || type == Long.class || type == Object.class;
        } else if (word == Tagged.TRUE || word == Tagged.FALSE) {
            return type == boolean.class || type == Boolean.class || type == Object.class;
        } else if (word == Tagged.NONE) {
            return type == Object.class;
        }
        return JavaHandles.isOne(word) && type.isInstance(JavaHandles.get(word));
    }

    /** Returns the Java value of a word for which {@link #isRead} is true. */
    static @Nullable Object read(long word) {
        if (Tagged.isInt(word)) {
            return Tagged.intValue(word);
        } else if (Tagged.isConstant(word)) {
            return word == Tagged.NONE ? null : word == Tagged.TRUE;
        }
        return JavaHandles.get(word);
    }
}
