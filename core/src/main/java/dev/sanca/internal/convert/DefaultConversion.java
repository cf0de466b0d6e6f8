package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import org.jspecify.annotations.Nullable;

/**
 * Converts a Python object to the Java class that suits it, when {@code Object} is asked for: null, {@code Boolean},
 * {@code Long} or {@code BigInteger}, {@code Double}, {@code String}, {@code byte[]}, {@code List}, {@code Map} or {@code Set},
 * whose elements are converted in the same way. A proxy becomes its Java object, the classes of {@link NaturalValues} become those of Java; any
 * other object becomes a {@code Py<PyAny>}.
 */
final class DefaultConversion {
    private static final PythonType SET = PythonType.of("set");
    private static final PythonType FROZEN_SET = PythonType.of("frozenset");
    private static final PythonProtocol MAPPING =
            PythonProtocol.ofAbstractClass("collections.abc.Mapping", TypeReads::isDict);

    private DefaultConversion() {}

    static @Nullable Object read(ThreadState state, long word, int depth) {
        Object value = readOr(NaturalValues.NONE, state, word, depth);
        return value != NaturalValues.NONE ? value : ReferenceReaders.detached(word);
    }

    /** Returns the Java value; {@code otherwise} for an object that only Python has. */
    static @Nullable Object readOr(Object otherwise, ThreadState state, long word, int depth) {
        if (TypeReads.isExactString(word)) {
            return Operations.of(state).asString(state, word);
        } else if (TypeReads.isBool(word)) {
            return Numbers.toBoolean(state, word);
        } else if (TypeReads.isExactInt(word)) {
            return Numbers.toLongOrBig(state, word);
        } else if (TypeReads.isExactFloat(word)) {
            return Numbers.toDouble(state, word);
        } else if (TypeReads.isNone(word)) {
            return null;
        }
        Object value = container(state, word, depth);
        return value == NaturalValues.NONE ? otherwise : value;
    }

    private static @Nullable Object container(ThreadState state, long word, int depth) {
        if (TypeReads.isList(word) || TypeReads.isTuple(word)) {
            return Readers.of(java.util.List.class).read(state, word, depth);
        } else if (TypeReads.isDict(word)) {
            return Readers.of(java.util.Map.class).read(state, word, depth);
        } else if (isSet(state, word)) {
            return Readers.of(java.util.Set.class).read(state, word, depth);
        } else if (TypeReads.isBytes(word)) {
            return Readers.of(byte[].class).read(state, word, depth);
        } else if (TypeReads.isString(word)) {
            return Operations.of(state).asString(state, word);
        } else if (TypeReads.isInt(word)) {
            return Numbers.toLongOrBig(state, word);
        } else if (TypeReads.isFloat(word)) {
            return Numbers.toDouble(state, word);
        }
        Object java = Operations.of(state).unwrapOrNull(state, word);
        return java != null ? java : NaturalValues.read(state, word, depth);
    }

    /** Returns whether an object is text, which is iterable but not a container. */
    static boolean isText(long word) {
        return TypeReads.isString(word);
    }

    /** Returns whether an object maps keys to values. */
    static boolean isMapping(ThreadState state, long word) {
        return !isText(word) && MAPPING.isSupported(state, word);
    }

    private static boolean isSet(ThreadState state, long word) {
        return SET.isInstance(state, word, false) || FROZEN_SET.isInstance(state, word, false);
    }
}
