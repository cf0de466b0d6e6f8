package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.FloatReads;
import dev.sanca.internal.word.IntReads;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import java.math.BigInteger;

/** Converts Python numbers to Java numbers. A number that does not fit is an error; it is never truncated. */
final class Numbers {
    /**
     * The answer for an int that does not fit a {@code long}. The int may also have this very value; then a second question
     * tells.
     */
    private static final long NOT_LONG = Long.MIN_VALUE;

    private static final int BITS_SHOWN = 200;
    private static final PythonType COMPLEX = PythonType.of("complex");

    private Numbers() {}

    /** Returns an integer as a {@code long}. */
    static long toLong(ThreadState state, long word) {
        return toLong(state, word, "long");
    }

    private static long toLong(ThreadState state, long word, String type) {
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        long integer = index(state, word, type);
        try {
            long value = Operations.of(state).asLong(state, integer, NOT_LONG);
            if (value == NOT_LONG) {
                BigInteger exact = Operations.of(state).asBigInteger(state, integer);
                if (exact.bitLength() >= Long.SIZE) {
                    throw doesNotFit(shown(exact), type);
                }
            }
            return value;
        } finally {
            Word.decref(integer);
        }
    }

    /** Returns an integer that is between two bounds of a Java type. */
    static long toRange(ThreadState state, long word, long least, long most, String type) {
        long value = toLong(state, word, type);
        if (value < least || value > most) {
            throw doesNotFit(Long.toString(value), type);
        }
        return value;
    }

    /** Returns an integer of any size. */
    static BigInteger toBig(ThreadState state, long word) {
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return BigInteger.valueOf(IntReads.compactInt(word));
        }
        long integer = index(state, word, "BigInteger");
        try {
            long value = Operations.of(state).asLong(state, integer, NOT_LONG);
            return value != NOT_LONG
                    ? BigInteger.valueOf(value)
                    : Operations.of(state).asBigInteger(state, integer);
        } finally {
            Word.decref(integer);
        }
    }

    /** Returns an int as a {@code Long} if it fits, else as a {@code BigInteger}. */
    static Number toLongOrBig(ThreadState state, long word) {
        if (IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        BigInteger value = toBig(state, word);
        return value.bitLength() < Long.SIZE ? value.longValue() : (Number) value;
    }

    /** Returns {@code operator.index(object)}, a new reference to an int. */
    private static long index(ThreadState state, long word, String type) {
        if (TypeReads.isInt(word)) {
            return Word.newRef(word);
        }
        if (!Operations.of(state).isIndex(state, word)) {
            throw wrongType(state, word, type, "an integer");
        }
        return Operations.of(state).index(state, word);
    }

    /** Returns the number that 64 bits without a sign are. */
    static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    /** Returns a number as {@code float()} converts it. Text is rejected. */
    static double toDouble(ThreadState state, long word) {
        if (!Word.isTagged(word) && TypeReads.isExactFloat(word)) {
            return FloatReads.floatValue(word);
        }
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        // A complex number of NumPy is a number too, but would lose its imaginary part.
        if (!Operations.of(state).isNumber(state, word) || COMPLEX.isInstance(state, word, false)) {
            throw wrongType(state, word, "double", "a real number");
        }
        return Operations.of(state).asDouble(state, word);
    }

    /** Returns the value of a {@code bool}, or of NumPy's bool. */
    static boolean toBoolean(ThreadState state, long word) {
        if (TypeReads.isBool(word)) {
            return IntReads.isCompactInt(word)
                    ? IntReads.compactInt(word) != 0
                    : Operations.of(state).isTrue(state, word);
        }
        String name = Operations.of(state).typeName(state, word);
        if (name.equals("numpy.bool") || name.equals("numpy.bool_")) {
            return Operations.of(state).isTrue(state, word);
        }
        throw wrongType(state, word, "boolean", "a bool");
    }

    private static String shown(BigInteger value) {
        return value.bitLength() <= BITS_SHOWN ? value.toString() : "an int of " + value.bitLength() + " bits";
    }

    /** Returns the error for a number that a Java type cannot hold. */
    static ConversionError doesNotFit(String value, String type) {
        return ConversionError.overflow(value + " does not fit a Java " + type);
    }

    /** Returns the error for an object of the wrong type. */
    static ConversionError wrongType(ThreadState state, long word, String type, String wanted) {
        String hint = TypeReads.isNone(word) ? ". Ask for Optional or Object where None may come" : "";
        return ConversionError.type("cannot convert " + Operations.of(state).typeName(state, word) + " to a Java "
                + type + ": it is not " + wanted + hint);
    }
}
