package dev.sanca.internal.convert;

import dev.sanca.convert.Fraction;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Segments;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.math.BigInteger;
import java.nio.Buffer;
import org.jspecify.annotations.Nullable;

/** Converts Python numbers, text and other single values to Java. {@code None} is rejected. */
final class ScalarReaders {
    private ScalarReaders() {}

    /** Returns the reader of a class; null if the class is not one of these. */
    static @Nullable Reader of(Class<?> type) {
        if (type == Object.class) {
            return DefaultConversion::read;
        } else if (type == String.class || type == CharSequence.class) {
            return (state, word, depth) -> string(state, word);
        } else if (type == boolean.class || type == Boolean.class) {
            return (state, word, depth) -> Numbers.toBoolean(state, word);
        } else if (type == char.class || type == Character.class) {
            return (state, word, depth) -> character(state, word);
        } else if (type == void.class || type == Void.class) {
            return (state, word, depth) -> null;
        } else if (Segments.isSegment(type)) {
            return (state, word, depth) -> SegmentReader.read(state, word);
        } else if (Buffer.class.isAssignableFrom(type)) {
            return NioBuffers.reader(type);
        } else if (type == Fraction.class) {
            return (state, word, depth) -> NaturalValues.fraction(state, word);
        }
        return number(type);
    }

    private static @Nullable Reader number(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return (state, word, depth) -> Numbers.toLong(state, word);
        } else if (type == int.class || type == Integer.class) {
            return (state, word, depth) ->
                    (int) Numbers.toRange(state, word, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
        } else if (type == double.class || type == Double.class) {
            return (state, word, depth) -> Numbers.toDouble(state, word);
        } else if (type == float.class || type == Float.class) {
            return (state, word, depth) -> (float) Numbers.toDouble(state, word);
        } else if (type == short.class || type == Short.class) {
            return (state, word, depth) ->
                    (short) Numbers.toRange(state, word, Short.MIN_VALUE, Short.MAX_VALUE, "short");
        } else if (type == byte.class || type == Byte.class) {
            return (state, word, depth) -> (byte) Numbers.toRange(state, word, Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
        } else if (type == BigInteger.class) {
            return (state, word, depth) -> Numbers.toBig(state, word);
        } else if (type == Number.class) {
            return (state, word, depth) -> anyNumber(state, word);
        }
        return null;
    }

    private static Number anyNumber(ThreadState state, long word) {
        if (Operations.of(state).unwrapOrNull(state, word) instanceof Number java) {
            return java;
        }
        if (!TypeReads.isInt(word)
                && DefaultConversion.readOr(NaturalValues.NONE, state, word, 0) instanceof Number natural) {
            return natural;
        }
        return TypeReads.isInt(word) ? Numbers.toLongOrBig(state, word) : (Number) Numbers.toDouble(state, word);
    }

    /** Returns the text of a {@code str}. */
    static String string(ThreadState state, long word) {
        if (!TypeReads.isString(word)) {
            throw Numbers.wrongType(state, word, "String", "a str");
        }
        return Operations.of(state).asString(state, word);
    }

    /** Returns the only character of a {@code str}. */
    static char character(ThreadState state, long word) {
        if (!TypeReads.isString(word)) {
            throw Numbers.wrongType(state, word, "char", "a str of one character");
        }
        String text = Operations.of(state).asString(state, word);
        if (text.length() != 1) {
            throw ConversionError.value("a str of " + text.codePointCount(0, text.length()) + " characters"
                    + (text.length() == 2 ? ", or of one beyond U+FFFF," : "") + " is not a Java char");
        }
        return text.charAt(0);
    }
}
