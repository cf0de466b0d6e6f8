package dev.sanca.convert.builtin;

import dev.sanca.abi.Word;
import dev.sanca.cpython.Errors;
import dev.sanca.cpython.Strings;
import dev.sanca.cpython.ffi.LibPython;
import dev.sanca.cpython.ffi.boolobject_h;
import dev.sanca.cpython.ffi.bytesobject_h;
import dev.sanca.cpython.ffi.floatobject_h;
import dev.sanca.cpython.ffi.longobject_h;
import dev.sanca.own.Ref;
import dev.sanca.own.Refs;
import dev.sanca.own.ThreadState;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** Java values to Python objects. */
public final class ToPython {
    private static final long NONE = LibPython.address("_Py_NoneStruct");

    private ToPython() {}

    /** A new count of the Python object for a Java value. */
    public static long convert(ThreadState state, @Nullable Object value) {
        return switch (value) {
            case null -> Word.newRef(NONE);
            case Ref ref -> {
                long word = Word.newRef(Refs.word(ref));
                Reference.reachabilityFence(ref);
                yield word;
            }
            case String s -> Errors.check(state, Strings.newString(s));
            case Integer i -> ofLong(state, i);
            case Long l -> ofLong(state, l);
            case Double d -> ofDouble(state, d);
            case Boolean b -> boolobject_h.PyBool_FromLong(b ? 1 : 0);
            default -> throw Errors.of(
                    state, "PyExc_TypeError", "no conversion to Python for " + value.getClass().getName());
        };
    }

    /** A new {@code int}. */
    public static long ofLong(ThreadState state, long value) {
        return Errors.check(state, longobject_h.PyLong_FromLongLong(value));
    }

    /** A new {@code float}. */
    public static long ofDouble(ThreadState state, double value) {
        return Errors.check(state, floatobject_h.PyFloat_FromDouble(value));
    }

    /** A new {@code bytes}. */
    public static long ofBytes(ThreadState state, byte[] data) {
        return Errors.check(state, bytesobject_h.PyBytes_FromStringAndSize(data, data.length));
    }
}
