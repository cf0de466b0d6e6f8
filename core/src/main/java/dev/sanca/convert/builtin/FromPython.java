package dev.sanca.convert.builtin;

import dev.sanca.abi.FloatReads;
import dev.sanca.abi.IntReads;
import dev.sanca.abi.TypeReads;
import dev.sanca.cpython.Errors;
import dev.sanca.cpython.ffi.floatobject_h;
import dev.sanca.cpython.ffi.longobject_h;
import dev.sanca.own.ThreadState;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Python objects to Java values. */
public final class FromPython {
    private FromPython() {}

    /** The Java value of a borrowed word. */
    public static @Nullable Object convert(ThreadState state, long word, Type type) {
        throw new UnsupportedOperationException("no conversion yet to " + type);
    }

    /** An integer, or what has {@code __index__}, that fits. */
    public static long toLong(ThreadState state, long word) {
        if (TypeReads.isExactInt(word) && IntReads.isCompactInt(word)) {
            return IntReads.compactInt(word);
        }
        long value = longobject_h.PyLong_AsLongLong(word);
        if (value == -1 && Errors.isPending()) {
            throw Errors.pending(state);
        }
        return value;
    }

    /** An integer that fits. */
    public static int toInt(ThreadState state, long word) {
        long value = toLong(state, word);
        if (value != (int) value) {
            throw Errors.of(state, "PyExc_OverflowError", value + " does not fit a Java int (32 bits)");
        }
        return (int) value;
    }

    /** A number. */
    public static double toDouble(ThreadState state, long word) {
        if (TypeReads.isExactFloat(word)) {
            return FloatReads.floatValue(word);
        }
        double value = floatobject_h.PyFloat_AsDouble(word);
        if (value == -1.0 && Errors.isPending()) {
            throw Errors.pending(state);
        }
        return value;
    }
}
