package dev.sanca.internal.cpython;

import dev.sanca.Kwargs;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.engine.CallOperations;
import dev.sanca.internal.ffi.WordArray;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.Scratch;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Calls by vectorcall, with the arguments in the scratch memory of the thread.
 *
 * <p><b>Source:</b> PEP 590, {@code Include/cpython/abstract.h}.
 */
interface CPythonCalls extends CallOperations {
    /** {@code PY_VECTORCALL_ARGUMENTS_OFFSET}: the callee may overwrite the word before the arguments. */
    long OFFSET_FLAG = Long.MIN_VALUE;

    @Override
    default long call(ThreadState state, long callable, @Nullable Object @Nullable [] arguments) {
        return check(state, withValues(state, callable, 0, arguments));
    }

    @Override
    default long callMethod(ThreadState state, long self, String name, @Nullable Object @Nullable [] arguments) {
        long n = InternedNames.wordOrZero(state, name);
        return n != 0 ? check(state, withValues(state, self, n, arguments)) : callOther(state, self, name, arguments);
    }

    // Calls with few arguments make no array. The number of arguments is a constant in each of these methods, so the
    // compiler
    // removes the tests of it where it inlines what they call.

    @Override
    default long call(ThreadState state, long callable) {
        return check(state, abstract_h.PyObject_CallNoArgs(callable));
    }

    @Override
    default long call(ThreadState state, long callable, @Nullable Object a) {
        if (a instanceof PyAny x) {
            long p = Refs.wordOrNull(state, x);
            if (Word.isObject(p)) {
                long result = callOneWord(state, callable, p);
                Reference.reachabilityFence(x);
                return check(state, result);
            }
        }
        return check(state, withValues(state, callable, 0, new @Nullable Object[] {a}));
    }

    @Override
    default long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b) {
        if (a instanceof PyAny x && b instanceof PyAny y && state.scratch().hasFew()) {
            long p = Refs.wordOrNull(state, x);
            long q = Refs.wordOrNull(state, y);
            if (Word.areObjects(p, q, q)) {
                long result = callFew(state, callable, 2, p, q, 0);
                Reference.reachabilityFence(x);
                Reference.reachabilityFence(y);
                return check(state, result);
            }
        }
        return check(state, withValues(state, callable, 0, a, b));
    }

    @Override
    default long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        if (a instanceof PyAny x
                && b instanceof PyAny y
                && c instanceof PyAny z
                && state.scratch().hasFew()) {
            long p = Refs.wordOrNull(state, x);
            long q = Refs.wordOrNull(state, y);
            long r = Refs.wordOrNull(state, z);
            if (Word.areObjects(p, q, r)) {
                long result = callFew(state, callable, 3, p, q, r);
                Reference.reachabilityFence(x);
                Reference.reachabilityFence(y);
                Reference.reachabilityFence(z);
                return check(state, result);
            }
        }
        return check(state, withValues(state, callable, 0, a, b, c));
    }

    @Override
    default long callMethod(ThreadState state, long self, String name) {
        long n = InternedNames.wordOrZero(state, name);
        if (n == 0) {
            return callOther(state, self, name);
        }
        long result = state.scratch().hasFew() ? methodWords(state, self, n, 0, 0, 0, 0) : withValues(state, self, n);
        return check(state, result);
    }

    @Override
    default long callMethod(ThreadState state, long self, String name, @Nullable Object a) {
        long n = InternedNames.wordOrZero(state, name);
        if (n == 0) {
            return callOther(state, self, name, new @Nullable Object[] {a});
        }
        if (a instanceof PyAny x && state.scratch().hasFew()) {
            long p = Refs.wordOrNull(state, x);
            if (Word.isObject(p)) {
                long result = methodWords(state, self, n, 1, p, 0, 0);
                Reference.reachabilityFence(x);
                return check(state, result);
            }
        }
        return check(state, withValues(state, self, n, new @Nullable Object[] {a}));
    }

    @Override
    default long callMethod(ThreadState state, long self, String name, @Nullable Object a, @Nullable Object b) {
        long n = InternedNames.wordOrZero(state, name);
        if (n == 0) {
            return callOther(state, self, name, a, b);
        }
        if (a instanceof PyAny x && b instanceof PyAny y && state.scratch().hasFew()) {
            long p = Refs.wordOrNull(state, x);
            long q = Refs.wordOrNull(state, y);
            if (Word.areObjects(p, q, q)) {
                long result = methodWords(state, self, n, 2, p, q, 0);
                Reference.reachabilityFence(x);
                Reference.reachabilityFence(y);
                return check(state, result);
            }
        }
        return check(state, withValues(state, self, n, a, b));
    }

    @Override
    default long callMethod(
            ThreadState state, long self, String name, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        long n = InternedNames.wordOrZero(state, name);
        if (n == 0) {
            return callOther(state, self, name, a, b, c);
        }
        if (a instanceof PyAny x
                && b instanceof PyAny y
                && c instanceof PyAny z
                && state.scratch().hasFew()) {
            long p = Refs.wordOrNull(state, x);
            long q = Refs.wordOrNull(state, y);
            long r = Refs.wordOrNull(state, z);
            if (Word.areObjects(p, q, r)) {
                long result = methodWords(state, self, n, 3, p, q, r);
                Reference.reachabilityFence(x);
                Reference.reachabilityFence(y);
                Reference.reachabilityFence(z);
                return check(state, result);
            }
        }
        return check(state, withValues(state, self, n, a, b, c));
    }

    /** Calls a method by a name that is not kept, see {@link InternedNames}. */
    private static long callOther(ThreadState state, long self, String name, @Nullable Object @Nullable ... arguments) {
        long n = InternedNames.make(state, name);
        try {
            return check(state, withValues(state, self, n, arguments));
        } finally {
            Word.decref(n);
        }
    }

    @Override
    default long callWords(ThreadState state, long callable, long... words) {
        Scratch scratch = state.scratch();
        long arguments = scratch.reserve(words.length + 1);
        try {
            for (int i = 0; i < words.length; i++) {
                WordArray.set(arguments, i + 1, words[i]);
            }
            return check(
                    state, abstract_h.PyObject_VectorcallDict(callable, arguments + 8, words.length | OFFSET_FLAG, 0));
        } finally {
            scratch.release(arguments);
        }
    }

    private static long check(ThreadState state, long result) {
        return result != 0 ? result : PythonErrors.check(state, result);
    }

    /** Calls with the first {@code n} of three borrowed words. Returns a new reference; 0 with a Python error set. */
    private static long callFew(ThreadState state, long callable, int n, long a, long b, long c) {
        Scratch scratch = state.scratch();
        long block = scratch.reserveFew();
        try {
            WordArray.set(block, 1, a);
            WordArray.set(block, 2, b);
            WordArray.set(block, 3, c);
            return invoke(state, callable, block + 8, n, 0);
        } finally {
            scratch.releaseFew(block);
        }
    }

    /** Calls a method with the first {@code n} of three borrowed words. Returns a new reference; 0 with a Python error set. */
    private static long methodWords(ThreadState state, long self, long name, int n, long a, long b, long c) {
        Scratch scratch = state.scratch();
        long block = scratch.reserveFew();
        try {
            WordArray.set(block, 1, self);
            WordArray.set(block, 2, a);
            WordArray.set(block, 3, b);
            WordArray.set(block, 4, c);
            return abstract_h.PyObject_VectorcallMethod(name, block + 8, (n + 1) | OFFSET_FLAG, 0);
        } finally {
            scratch.releaseFew(block);
        }
    }

    /**
     * Calls with any arguments. Returns a new reference; 0 with a Python error set. Each argument is read once, and the call owns a count of it: the
     * caller's array may change, and a reference in it may be closed, by the conversion of another argument or during the
     * call.
     *
     * @param name the name of the method of {@code target} to call, borrowed; 0 to call {@code target}
     */
    @SuppressWarnings("NullAway") // there are keywords where an index is past the positional arguments
    private static long withValues(ThreadState state, long target, long name, @Nullable Object @Nullable ... given) {
        @Nullable Object[] arguments = given == null ? new @Nullable Object[] {null} : given;
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
        long names = 0;
        try {
            WordArray.set(block, 1, target);
            for (; filled < total; filled++) {
                Object argument = filled < positional ? arguments[filled] : keywords.value(filled - positional);
                WordArray.set(first, filled, ToPython.argument(state, argument, filled, positional));
            }
            names = keywords == null ? 0 : KeywordNames.newTuple(state, keywords);
            return name == 0
                    ? invoke(state, target, first, positional, names)
                    : abstract_h.PyObject_VectorcallMethod(name, block + 8, (positional + 1) | OFFSET_FLAG, names);
        } finally {
            for (int i = 0; i < filled; i++) {
                Word.decref(WordArray.get(first, i));
            }
            Word.xdecref(names);
            scratch.release(block);
        }
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

    /** Calls with one borrowed argument. Returns a new reference; 0 with a Python error set. */
    static long callOneWord(ThreadState state, long callable, long argument) {
        if (abstract_h.HAS_PyObject_CallOneArg) {
            return abstract_h.PyObject_CallOneArg(callable, argument);
        }
        Scratch scratch = state.scratch();
        long block = scratch.reserve(2);
        try {
            WordArray.set(block, 1, argument);
            return invoke(state, callable, block + 8, 1, 0);
        } finally {
            scratch.release(block);
        }
    }
}
