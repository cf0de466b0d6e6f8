package dev.sanca.internal.cpython;

import dev.sanca.Python;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.ffi.StackGuard;
import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.WordArray;
import dev.sanca.internal.ffi.WordCheck;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls Java functions for Python. Every call from Python into code of users goes through this class.
 *
 * <p>No exception may reach native code, since that would end the JVM: every exception is caught and set as a Python error. The
 * stack is measured first, while enough of it is left to report that it is too short. Each call has a separate token and scope,
 * and runs with the context class loader of the thread that made the function.
 */
public final class Trampoline {
    /** {@code PyObject *(*)(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)}. */
    static final long FUNCTION =
            Upcall.of(MethodHandles.lookup(), "call", long.class, long.class, long.class, long.class, long.class);

    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);

    private Trampoline() {}

    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static long call(long self, long arguments, long count, long names) {
        try {
            ThreadState state = enter();
            return state == null ? 0 : call(state, (JavaFunction) Capsules.get(self), arguments, (int) count, names);
        } catch (Throwable e) {
            return raiseSystemError(e);
        }
    }

    /**
     * Returns the state of this thread, on which Python has just called Java; null, with a Python error set, if no Java code
     * may run.
     */
    private static @Nullable ThreadState enter() {
        if (ScopeStack.hasEnded()) {
            PythonErrors.raise(
                    "PyExc_RuntimeError", "the JVM is shutting down: Java functions cannot be called any more");
            return null;
        }
        ThreadState state = Attachment.ofUpcall();
        if (Stack.isExhausted(state)) {
            StackExhausted.raise();
            return null;
        }
        return state;
    }

    /** The implementation of a type slot. */
    @FunctionalInterface
    interface Slot {
        /** Returns a new reference, or the value that means failure, with a Python error set. */
        long run(ThreadState state) throws Throwable;
    }

    /**
     * Runs a type slot, which may call code of users, with the present context class loader of the thread.
     *
     * @return what the slot returns; {@code failure}, with a Python error set, if it throws
     */
    static long run(long failure, Slot slot) {
        try {
            ThreadState state = enter();
            return state == null ? failure : run(state, failure, slot);
        } catch (Throwable e) {
            raiseSystemError(e);
            return failure;
        }
    }

    private static long run(ThreadState state, long failure, Slot slot) {
        long pointer = state.stackPointer();
        Thread before = state.enterUpcall();
        long result = failure;
        Throwable thrown = null;
        try {
            result = inScope(state, slot);
        } catch (Throwable e) {
            thrown = e;
        }
        try {
            leave(state, before, pointer, thrown, result == failure && thrown == null);
        } catch (Throwable e) {
            if (result != failure) {
                Word.xdecref(result);
            }
            throw e;
        }
        return result;
    }

    private static long inScope(ThreadState state, Slot slot) throws Throwable {
        Python py = Face.ofCall(state);
        long result = 0;
        try {
            try {
                result = slot.run(state);
            } finally {
                Face.closeInnerAnd(py);
            }
            return result;
        } catch (Throwable e) { // the scope may have failed to close
            Word.xdecref(result);
            throw e;
        }
    }

    private static long raiseSystemError(Throwable error) {
        try {
            PythonErrors.raise(
                    "PyExc_SystemError",
                    "Sanca failed to call a Java function: " + error.getClass().getName());
        } catch (Throwable second) { // Python reports a NULL result without an error by itself
        }
        return 0;
    }

    private static long call(ThreadState state, JavaFunction function, long arguments, int count, long names) {
        Thread thread = Thread.currentThread();
        long pointer = state.stackPointer();
        ClassLoader loader = thread.getContextClassLoader();
        boolean otherLoader = loader != function.loader;
        if (otherLoader) {
            thread.setContextClassLoader(function.loader);
        }
        Thread before = state.enterUpcall();
        long result = 0;
        Throwable thrown = null;
        try {
            result = inScope(state, function, arguments, count, names);
        } catch (Throwable e) {
            thrown = e;
            state.takeRestored(); // what the body throws counts
        }
        try {
            leave(state, before, pointer, thrown, false);
        } catch (Throwable e) {
            Word.xdecref(result);
            throw e;
        } finally {
            if (otherLoader) {
                thread.setContextClassLoader(loader);
            }
        }
        return result;
    }

    private static void leave(
            ThreadState state, @Nullable Thread before, long pointer, @Nullable Throwable thrown, boolean errorIsSet) {
        try {
            if (!errorIsSet) {
                state.clearLeftError();
            }
            if (thrown != null) {
                CPythonOperations.INSTANCE.raise(state, thrown);
            }
        } finally { // also when the stack is exhausted, since the activation must end
            state.leaveUpcall(before);
        }
        if (StackGuard.ACTIVE) {
            StackGuard.onReturn(pointer);
        }
    }

    private static long inScope(ThreadState state, JavaFunction function, long arguments, int count, long names)
            throws Exception {
        Python py = Face.ofCall(state);
        long result = 0;
        try {
            try {
                Object value = function.body.call(
                        py, positional(state, arguments, count), keywords(state, arguments + 8L * count, names));
                PythonErrors.throwRestored(state);
                result = WordCheck.object("a Java function", "result", ToPython.convert(state, value));
            } finally {
                Face.closeInnerAnd(py);
            }
            return result;
        } catch (Throwable e) { // the scope may have failed to close
            Word.xdecref(result);
            throw e;
        }
    }

    private static List<PyAny> positional(ThreadState state, long arguments, int count) {
        if (count == 0) {
            return List.of();
        }
        PyAny[] references = new PyAny[count];
        for (int i = 0; i < count; i++) {
            references[i] = ANY.make(state, Word.newRef(WordArray.get(arguments, i)));
        }
        return List.of(references);
    }

    private static Map<String, PyAny> keywords(ThreadState state, long values, long names) {
        if (names == 0) {
            return Map.of();
        }
        int n = (int) SequenceReads.tupleSize(names);
        Map<String, PyAny> map = LinkedHashMap.newLinkedHashMap(n);
        for (int i = 0; i < n; i++) {
            String name = CPythonOperations.INSTANCE.asString(state, SequenceReads.tupleItem(names, i));
            map.put(name, ANY.make(state, Word.newRef(WordArray.get(values, i))));
        }
        return map;
    }
}
