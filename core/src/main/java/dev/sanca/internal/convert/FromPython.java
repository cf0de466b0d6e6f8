package dev.sanca.internal.convert;

import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.FloatReads;
import dev.sanca.internal.word.IntReads;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Converts Python objects to Java values. {@link Readers} has the reader of each type. */
public final class FromPython {
    private FromPython() {}

    /**
     * Returns the Java value of a borrowed word.
     *
     * @throws dev.sanca.PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if the object has no
     *     such value; the message says where in nested containers the object is
     * @throws IllegalArgumentException if Sanca has no conversion to {@code type}
     */
    public static @Nullable Object convert(ThreadState state, long word, Type type) {
        return convert(state, word, Readers.of(type));
    }

    /** Returns the Java value of a reference. No Python object is made for a tagged word whose value is known. */
    public static @Nullable Object convert(PyAny ref, Type type) {
        long tagged = Refs.taggedWord(ref);
        if (Word.isTagged(tagged) && type instanceof Class<?> c && TaggedValues.isRead(tagged, c)) {
            return TaggedValues.read(tagged);
        }
        return convert(ThreadState.of(ref), Refs.word(ref), type);
    }

    /** Returns the Java value of a borrowed word, by a reader. */
    static @Nullable Object convert(ThreadState state, long word, Reader reader) {
        try {
            return reader.read(state, word, 0);
        } catch (ConversionError e) {
            throw e.toPython(state);
        } catch (StackOverflowError e) {
            throw NestingDepth.noStack().toPython(state);
        }
    }

    /** Returns an integer, or the result of {@code __index__}, as a {@code long}; throws if it does not fit. */
    public static long toLong(ThreadState state, long word) {
        if (Word.isTagged(word)) {
            if (Tagged.isInt(word)) {
                return Tagged.intValue(word);
            }
        } else if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        try {
            return Numbers.toLong(state, word);
        } catch (ConversionError e) {
            throw e.toPython(state);
        }
    }

    /** Returns an integer, or the result of {@code __index__}, as an {@code int}; throws if it does not fit. */
    public static int toInt(ThreadState state, long word) {
        long value = toLong(state, word);
        if (value != (int) value) {
            throw Numbers.doesNotFit(Long.toString(value), "int").toPython(state);
        }
        return (int) value;
    }

    /** Returns a number as a {@code double}. */
    public static double toDouble(ThreadState state, long word) {
        if (!Word.isTagged(word) && TypeReads.isExactFloat(word)) {
            return FloatReads.floatValue(word);
        }
        try {
            return Numbers.toDouble(state, word);
        } catch (ConversionError e) {
            throw e.toPython(state);
        }
    }
}
