package dev.sanca.internal.convert;

import dev.sanca.Kwargs;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Converts Java values to Python objects.
 *
 * <p>The most frequent classes are tested here, in a method small enough to be inlined. {@link Writers} has the writers of the
 * others.
 */
public final class ToPython {
    private ToPython() {}

    /**
     * Returns the Python object for a Java value, a new reference.
     *
     * @throws dev.sanca.PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if there is no such
     *     object; the message says where in nested containers the value is
     */
    public static long convert(ThreadState state, @Nullable Object value) {
        long word = convertCommon(state, value);
        return word != 0 ? word : convertOther(state, value);
    }

    /**
     * Returns the Python object for an argument of a call, a new reference.
     *
     * @param index the index of the argument
     * @param positional the number of positional arguments
     * @throws IllegalArgumentException for a {@link Kwargs}
     */
    public static long argument(ThreadState state, @Nullable Object value, int index, int positional) {
        if (value instanceof Kwargs && index < positional) {
            throw misplaced(index);
        }
        return convert(state, value);
    }

    private static IllegalArgumentException misplaced(int index) {
        return new IllegalArgumentException("argument " + (index + 1) + " of the call is a Kwargs and not the last"
                + " argument: Python takes keyword arguments after all others. Put all of them into one Kwargs.of(...), and"
                + " pass that last");
    }

    @SuppressWarnings("NullAway") // convertCommon converts null
    private static long convertOther(ThreadState state, @Nullable Object value) {
        try {
            return writeAsUserCode(state, value);
        } catch (ConversionError e) {
            throw e.toPython(state);
        } catch (StackOverflowError e) {
            throw NestingDepth.noStack().toPython(state);
        }
    }

    private static long writeAsUserCode(ThreadState state, Object value) {
        Thread before = NestingDepth.enterUserCode(state);
        try {
            return Writers.write(state, value, 0);
        } finally {
            state.leaveUpcall(before);
        }
    }

    /** Returns the Python object for an element of a container, a new reference. */
    @SuppressWarnings("NullAway") // convertCommon converts null
    static long element(ThreadState state, @Nullable Object value, int depth) {
        long word = convertCommon(state, value);
        return word != 0 ? word : Writers.write(state, value, depth);
    }

    /**
     * Returns a new reference; 0 if the value is of none of the frequent classes, or if a user's converter converts one of
     * them.
     */
    private static long convertCommon(ThreadState state, @Nullable Object value) {
        if (Converters.CONVERTS_COMMON_TYPES && value != null && !(value instanceof PyAny)) {
            return 0;
        }
        return convertBuiltin(state, value);
    }

    /** Returns a new reference; 0 if the value is of none of the frequent classes. */
    static long convertBuiltin(ThreadState state, @Nullable Object value) {
        if (value instanceof PyAny ref) {
            long word = Word.newRef(Refs.word(state, ref));
            Reference.reachabilityFence(ref);
            return word;
        } else if (value instanceof String s) {
            return Operations.of(state).ofString(state, s);
        } else if (value instanceof Integer i) {
            return Operations.of(state).ofLong(state, i);
        } else if (value instanceof Long l) {
            return Operations.of(state).ofLong(state, l);
        } else if (value instanceof Double d) {
            return Operations.of(state).ofDouble(state, d);
        } else if (value == null) {
            return Operations.of(state).none(state);
        } else if (value instanceof Boolean b) {
            return Operations.of(state).ofBoolean(state, b);
        }
        return 0;
    }
}
