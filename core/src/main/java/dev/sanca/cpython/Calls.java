package dev.sanca.cpython;

import dev.sanca.Kwargs;
import dev.sanca.abi.Word;
import dev.sanca.convert.builtin.ToPython;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.own.Ref;
import dev.sanca.own.Refs;
import dev.sanca.own.Scratch;
import dev.sanca.own.ThreadState;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The call protocol: vectorcall, with the arguments in the thread's scratch memory.
 *
 * <p><b>Source:</b> PEP 590, {@code Include/cpython/abstract.h}.
 */
public final class Calls {
    /** {@code PY_VECTORCALL_ARGUMENTS_OFFSET}: the word before the arguments is the callee's to use. */
    private static final long OFFSET_FLAG = Long.MIN_VALUE;

    private static final @Nullable Object[] NULL_ARGUMENT = {null};

    private Calls() {}

    /** Calls a borrowed callable; a trailing {@link Kwargs} is keyword arguments. */
    public static long call(ThreadState state, long callable, @Nullable Object @Nullable [] arguments) {
        long result = arguments != null && areReferences(arguments)
                ? withReferences(state, callable, 0, arguments)
                : withValues(state, callable, 0, arguments);
        return result != 0 ? result : Errors.check(state, result);
    }

    /** Calls a method of a borrowed word by name. */
    public static long callMethod(ThreadState state, long self, String name, @Nullable Object @Nullable [] arguments) {
        long nameWord = Names.word(state, name);
        long result = arguments != null && areReferences(arguments)
                ? withReferences(state, self, nameWord, arguments)
                : withValues(state, self, nameWord, arguments);
        return result != 0 ? result : Errors.check(state, result);
    }

    /** Whether {@link #withReferences} may be used. */
    private static boolean areReferences(@Nullable Object[] arguments) {
        int n = arguments.length;
        return n <= 3
                && (n < 1 || arguments[0] instanceof Ref)
                && (n < 2 || arguments[1] instanceof Ref)
                && (n < 3 || arguments[2] instanceof Ref);
    }

    /**
     * As {@link #withValues}, for up to three references: without a loop, and so small that the compiler puts it into the
     * code of its caller, where neither the array of arguments nor the reference to the result need be made.
     */
    private static long withReferences(ThreadState state, long target, long name, @Nullable Object[] arguments) {
        int n = arguments.length;
        Scratch scratch = state.scratch();
        long block = scratch.reserve(3 + 2);
        try {
            Memory.putLong(block + 8, target);
            if (n > 0) {
                putReference(block + 16, arguments[0]);
            }
            if (n > 1) {
                putReference(block + 24, arguments[1]);
            }
            if (n > 2) {
                putReference(block + 32, arguments[2]);
            }
            return name == 0
                    ? invoke(state, target, block + 16, n, 0)
                    : abstract_h.PyObject_VectorcallMethod(name, block + 8, (n + 1) | OFFSET_FLAG, 0);
        } finally {
            scratch.release(block, 3 + 2);
            Reference.reachabilityFence(arguments);
        }
    }

    @SuppressWarnings("NullAway") // areReferences has looked
    private static void putReference(long to, @Nullable Object argument) {
        Memory.putLong(to, Refs.word((Ref) argument));
    }

    /** {@code name} is 0 for a call, else that of the method of {@code target}. */
    @SuppressWarnings("NullAway") // there are keywords where an index is past the positional arguments
    private static long withValues(ThreadState state, long target, long name, @Nullable Object @Nullable [] given) {
        @Nullable Object[] arguments = given == null ? NULL_ARGUMENT : given;
        int positional = arguments.length;
        Kwargs keywords = null;
        if (positional > 0 && arguments[positional - 1] instanceof Kwargs k) {
            positional--;
            keywords = k.size() == 0 ? null : k;
        }
        int total = keywords == null ? positional : positional + keywords.size();
        int self = name == 0 ? 0 : 1;
        Scratch scratch = state.scratch();
        long block = scratch.reserve(total + 2);
        long first = block + 8 + 8L * self;
        int filled = 0;
        long result;
        try {
            Memory.putLong(block + 8, target);
            for (; filled < total; filled++) {
                Object argument = filled < positional ? arguments[filled] : keywords.value(filled - positional);
                Memory.putLong(first + 8L * filled, wordOf(state, argument));
            }
            long names = keywords == null ? 0 : KeywordNames.word(state, keywords);
            result = name == 0
                    ? invoke(state, target, first, positional, names)
                    : abstract_h.PyObject_VectorcallMethod(name, block + 8, (positional + 1) | OFFSET_FLAG, names);
        } finally {
            for (int i = 0; i < filled; i++) {
                if (!((i < positional ? arguments[i] : keywords.value(i - positional)) instanceof Ref)) {
                    Word.decref(Memory.getLong(first + 8L * i));
                }
            }
            scratch.release(block, total + 2);
        }
        Reference.reachabilityFence(arguments);
        return result;
    }

    /** Borrowed for a reference, else a new count. */
    private static long wordOf(ThreadState state, @Nullable Object argument) {
        return argument instanceof Ref ref ? Refs.word(ref) : ToPython.convert(state, argument);
    }

    private static long invoke(ThreadState state, long callable, long first, int positional, long names) {
        if (abstract_h.HAS_PyObject_Vectorcall) {
            return abstract_h.PyObject_Vectorcall(callable, first, positional | OFFSET_FLAG, names);
        }
        if (names == 0) { // 3.10 has no function for it but one that takes a dict
            return abstract_h.PyObject_VectorcallDict(callable, first, positional | OFFSET_FLAG, 0);
        }
        long dict = KeywordNames.dict(state, names, first + 8L * positional);
        try {
            return abstract_h.PyObject_VectorcallDict(callable, first, positional | OFFSET_FLAG, dict);
        } finally {
            Word.decref(dict);
        }
    }

    /** Calls with one borrowed argument; 0 with a Python error. */
    static long callOneWord(ThreadState state, long callable, long argument) {
        long block = state.scratch().reserve(2);
        Memory.putLong(block + 8, argument);
        long result = invoke(state, callable, block + 8, 1, 0);
        state.scratch().release(block, 2);
        return result;
    }
}
