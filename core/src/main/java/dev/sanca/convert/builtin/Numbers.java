package dev.sanca.convert.builtin;

import dev.sanca.abi.FloatReads;
import dev.sanca.abi.IntReads;
import dev.sanca.abi.TypeReads;
import dev.sanca.abi.Word;
import dev.sanca.cpython.Errors;
import dev.sanca.cpython.ObjectProtocol;
import dev.sanca.cpython.TypeNames;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.cpython.ffi.floatobject_h;
import dev.sanca.cpython.ffi.longobject_h;
import dev.sanca.cpython.ffi.pyerrors_h;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;
import dev.sanca.types.PyComplex;
import java.math.BigInteger;

/** Python numbers to Java's. What does not fit is refused, never cut. */
final class Numbers {
    private static final int BITS_SHOWN = 200;
    private static final Kind<PyComplex> COMPLEX = Kind.of(PyComplex.class);

    private Numbers() {}

    /** An integer that fits a {@code long}. */
    static long toLong(ThreadState state, long word) {
        return toLong(state, word, "long");
    }

    private static long toLong(ThreadState state, long word, String type) {
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        long integer = index(state, word, type);
        try {
            long value = longobject_h.PyLong_AsLongLong(integer);
            if (value == -1 && Errors.isPending()) {
                pyerrors_h.PyErr_Clear();
                throw doesNotFit(shown(toBigInteger(state, integer)), type);
            }
            return value;
        } finally {
            Word.decref(integer);
        }
    }

    /** An integer between two bounds of a Java type. */
    static long toRange(ThreadState state, long word, long least, long most, String type) {
        long value = toLong(state, word, type);
        if (value < least || value > most) {
            throw doesNotFit(Long.toString(value), type);
        }
        return value;
    }

    /** An integer of any size. */
    static BigInteger toBig(ThreadState state, long word) {
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return BigInteger.valueOf(IntReads.compactInt(word));
        }
        long integer = index(state, word, "BigInteger");
        try {
            long value = longobject_h.PyLong_AsLongLong(integer);
            if (value != -1 || !Errors.isPending()) {
                return BigInteger.valueOf(value);
            }
            pyerrors_h.PyErr_Clear();
            return toBigInteger(state, integer);
        } finally {
            Word.decref(integer);
        }
    }

    /** A natural Java integer: {@code Long} if it fits, else {@code BigInteger}. Of an int. */
    static Number natural(ThreadState state, long word) {
        if (IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        BigInteger value = toBig(state, word);
        return value.bitLength() < Long.SIZE ? value.longValue() : (Number) value;
    }

    /** {@code operator.index(object)}: a new count of an int. */
    private static long index(ThreadState state, long word, String type) {
        if (TypeReads.isInt(word)) {
            return Word.newRef(word);
        }
        if (abstract_h.PyIndex_Check(word) == 0) {
            throw refused(state, word, type, "an integer");
        }
        return Errors.check(state, abstract_h.PyNumber_Index(word));
    }

    /** Of an int. */
    private static BigInteger toBigInteger(ThreadState state, long integer) {
        long bytes = longobject_h.HAS__PyLong_AsByteArray
                ? longobject_h._PyLong_NumBits(integer) / 8 + 1
                : longobject_h.PyLong_AsNativeBytes(integer, 0, 0, 0);
        Errors.check(state, Long.signum(bytes));
        byte[] copy = new byte[Math.toIntExact(bytes)];
        long block = Memory.malloc(bytes);
        try {
            long status = longobject_h.HAS__PyLong_AsByteArray
                    ? longobject_h._PyLong_AsByteArray(integer, block, bytes, 0, 1)
                    : longobject_h.PyLong_AsNativeBytes(integer, block, bytes, 0);
            Errors.check(state, Long.signum(status));
            Memory.copy(block, copy, 0, copy.length);
        } finally {
            Memory.free(block);
        }
        return new BigInteger(copy);
    }

    /** A number as {@code float()} takes it, without text. */
    static double toDouble(ThreadState state, long word) {
        if (TypeReads.isExactFloat(word)) {
            return FloatReads.floatValue(word);
        }
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        if (abstract_h.PyNumber_Check(word) == 0 || COMPLEX.isInstance().test(word)) { // NumPy's would lose a part
            throw refused(state, word, "double", "a real number");
        }
        double value = floatobject_h.PyFloat_AsDouble(word);
        if (value == -1.0 && Errors.isPending()) {
            throw Errors.pending(state);
        }
        return value;
    }

    /** A {@code bool}, or NumPy's. */
    static boolean toBoolean(ThreadState state, long word) {
        if (TypeReads.isBool(word)) {
            return IntReads.isCompactInt(word) ? IntReads.compactInt(word) != 0 : ObjectProtocol.isTrue(state, word);
        }
        String name = TypeNames.of(state, Word.type(word));
        if (name.equals("numpy.bool") || name.equals("numpy.bool_")) {
            return ObjectProtocol.isTrue(state, word);
        }
        throw refused(state, word, "boolean", "a bool");
    }

    private static String shown(BigInteger value) {
        return value.bitLength() <= BITS_SHOWN ? value.toString() : "an int of " + value.bitLength() + " bits";
    }

    /** What to throw for a number that a Java type cannot hold. */
    static Refusal doesNotFit(String value, String type) {
        return Refusal.overflow(value + " does not fit a Java " + type);
    }

    /** What to throw for an object of the wrong type. */
    static Refusal refused(ThreadState state, long word, String type, String wanted) {
        String hint = TypeReads.isNone(word) ? ". Ask for Optional or Object where None may come" : "";
        return Refusal.type("cannot convert " + TypeNames.of(state, Word.type(word)) + " to a Java " + type
                + ": it is not " + wanted + hint);
    }
}
