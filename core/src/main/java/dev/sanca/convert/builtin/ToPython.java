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

/**
 * Java values to Python objects.
 *
 * <p>The classes that nearly every call passes are tested here, in a method small enough to be inlined; {@link Writers}
 * knows the others.
 */
public final class ToPython {
    private static final long NONE = LibPython.address("_Py_NoneStruct");

    private ToPython() {}

    /**
     * A new count of the Python object for a Java value.
     *
     * @throws dev.sanca.PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if there is none; its
     *     message says where in nested containers the value is
     */
    public static long convert(ThreadState state, @Nullable Object value) {
        long word = common(state, value);
        return word != 0 ? word : other(state, value);
    }

    @SuppressWarnings("NullAway") // null is common
    private static long other(ThreadState state, @Nullable Object value) {
        Refusal refusal;
        Thread before = state.enterUpcall(); // users' code runs while the caller uses words of references
        try {
            return Writers.write(state, value, 0);
        } catch (Refusal e) {
            refusal = e;
        } catch (StackOverflowError e) {
            refusal = Depth.noStack();
        } finally {
            state.leaveUpcall(before);
        }
        throw refusal.toPython(state);
    }

    /** As {@link #convert}, for the element of a container. */
    @SuppressWarnings("NullAway") // null is common
    static long element(ThreadState state, @Nullable Object value, int depth) {
        long word = common(state, value);
        return word != 0 ? word : Writers.write(state, value, depth);
    }

    /** A new count, or 0 if the value is of none of these classes, or users convert one of these classes themselves. */
    private static long common(ThreadState state, @Nullable Object value) {
        if (Converters.COMMON && value != null && !(value instanceof Ref)) {
            return 0;
        }
        return builtin(state, value);
    }

    /** A new count, or 0 if the value is of none of these classes. */
    static long builtin(ThreadState state, @Nullable Object value) {
        if (value instanceof Ref ref) {
            long word = Word.newRef(Refs.word(ref));
            Reference.reachabilityFence(ref);
            return word;
        } else if (value instanceof String s) {
            return Errors.check(state, Strings.newString(s));
        } else if (value instanceof Integer i) {
            return ofLong(state, i);
        } else if (value instanceof Long l) {
            return ofLong(state, l);
        } else if (value instanceof Double d) {
            return ofDouble(state, d);
        } else if (value == null) {
            return Word.newRef(NONE);
        } else if (value instanceof Boolean b) {
            return ofBoolean(b);
        }
        return 0;
    }

    /** A new {@code int}. */
    public static long ofLong(ThreadState state, long value) {
        return Errors.check(state, longobject_h.PyLong_FromLongLong(value));
    }

    /** A new {@code float}. */
    public static long ofDouble(ThreadState state, double value) {
        return Errors.check(state, floatobject_h.PyFloat_FromDouble(value));
    }

    /** A new count of {@code True} or {@code False}. */
    static long ofBoolean(boolean value) {
        return boolobject_h.PyBool_FromLong(value ? 1 : 0);
    }

    /** A new {@code bytes}. */
    public static long ofBytes(ThreadState state, byte[] data) {
        return Errors.check(state, bytesobject_h.PyBytes_FromStringAndSize(data, data.length));
    }
}
