package dev.sanca.runtime;

import dev.sanca.PythonException;
import dev.sanca.abi.Word;
import dev.sanca.own.Detached;
import dev.sanca.own.Kind;
import dev.sanca.own.Refs;
import dev.sanca.own.ThreadState;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import dev.sanca.types.PyBaseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Python exceptions of a runtime as what users catch, and what users throw as Python exceptions.
 *
 * <p>As for CPython, each class of {@link Throwable} has a Python type of its name; the Python object carries the Java one,
 * and only that is thrown when it comes back.
 */
final class DerivedErrors {
    private static final Kind<PyBaseException> EXCEPTION = Kind.of(PyBaseException.class);

    /** How far a chain of causes is followed. */
    private static final int CAUSES = 16;

    /** Marks a remembered exception; which it is, its own reference tells. */
    private static final long PASSED = 1;

    private final DerivedOperations operations;
    private final PythonRuntime runtime;
    private final DerivedWords words;

    /** The numbers of the Python types. */
    private final Map<Class<?>, Integer> types = new ConcurrentHashMap<>();

    DerivedErrors(DerivedOperations operations) {
        this.operations = operations;
        this.runtime = operations.spi();
        this.words = operations.words();
    }

    /** Takes what the runtime raised. Usage: {@code throw errors.pending(state, raised)}. */
    RuntimeException pending(ThreadState state, Raised raised) {
        return DerivedErrors.<RuntimeException>rethrow(toJava(state, raised.exception()));
    }

    /** Throws what is checked as if it were not. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException rethrow(Throwable error) throws T {
        throw (T) error;
    }

    /** Forgets what the runtime raised. */
    void forget(Raised raised) {
        runtime.close(raised.exception());
    }

    /** Whether what the runtime raised is an instance of a built-in type. */
    boolean is(Raised raised, String type) {
        DerivedPython python = operations.python();
        return python.truth(python.call("isinstance", raised.exception(), python.function(type)));
    }

    /** The Java object that stands for a Python exception; takes the reference. */
    private Throwable toJava(ThreadState state, Object exception) {
        try {
            Throwable java = carried(exception);
            if (java == null) {
                java = passed(state, exception);
            }
            if (java != null) {
                runtime.close(exception);
                return java;
            }
        } catch (Raised e) { // a strange exception: it is shown as what it is
            forget(e);
        }
        PyBaseException value = EXCEPTION.make(state, words.put(exception));
        try {
            return new PythonException(value);
        } finally {
            Refs.close(value);
        }
    }

    private @Nullable Throwable carried(Object exception) {
        Object java = operations.python().call("carried", exception);
        Object object = runtime.javaObjectOrNull(java);
        runtime.close(java);
        return object instanceof Throwable t ? t : null;
    }

    /** The exception that only passed through Python: keeps its frames, and the cost of many levels linear. */
    private @Nullable PythonException passed(ThreadState state, Object exception) {
        PythonException error = state.takePassed(PASSED);
        long word = error == null ? 0 : Detached.newCount(state, error.value());
        if (word == 0) {
            return null;
        }
        boolean same = runtime.is(words.reference(word), exception);
        Word.decref(word);
        return same ? error : null;
    }

    /** What makes Python see {@code error}. */
    Raised toPython(ThreadState state, Throwable error) {
        try {
            if (error instanceof PythonException python && Detached.runtimeOrNull(python.value()) == operations) {
                long word = Detached.newCount(state, python.value());
                Object exception = runtime.dup(words.reference(word));
                Word.decref(word);
                state.passing(python, PASSED);
                return new Raised(exception);
            }
            return new Raised(wrap(error));
        } catch (Raised second) {
            return second; // what Python has to say about it, such as that there is no memory
        }
    }

    private Object wrap(Throwable error) {
        Object number = runtime.fromJava((long) typeOf(error.getClass()));
        Object message = runtime.fromJava(String.valueOf(error.getMessage()));
        Object java = operations.javaObject(error);
        try {
            return operations.python().call("java_exception", number, message, java);
        } finally {
            runtime.close(java);
            runtime.close(message);
            runtime.close(number);
        }
    }

    /** Of two threads that race one makes a type that nobody uses. */
    private int typeOf(Class<?> type) {
        Integer known = types.get(type);
        if (known != null) {
            return known;
        }
        Class<?> parent = type.getSuperclass();
        Object name = runtime.fromJava(NearestExceptions.nameOf(type));
        Object above = runtime.fromJava(
                parent == null || !Throwable.class.isAssignableFrom(parent) ? null : (Long) (long) typeOf(parent));
        Object nearest = runtime.fromJava(NearestExceptions.ofOrNull(type));
        try {
            DerivedPython python = operations.python();
            int made = (int) python.number(python.call("java_exception_type", name, above, nearest));
            Integer other = types.putIfAbsent(type, made);
            return other != null ? other : made;
        } finally {
            runtime.close(nearest);
            runtime.close(above);
            runtime.close(name);
        }
    }

    /** A built-in exception as a Java exception to throw. */
    RuntimeException of(ThreadState state, String type, String message) {
        return pending(state, raised(type, message));
    }

    /** A built-in exception as Python raises it. */
    Raised raised(String type, String message) {
        Object name = runtime.fromJava(type);
        Object text = runtime.fromJava(message);
        try {
            return new Raised(operations.python().call("built_in_error", name, text));
        } catch (Raised e) {
            return e;
        } finally {
            runtime.close(text);
            runtime.close(name);
        }
    }

    /** See {@link dev.sanca.own.Operations#cause}. */
    @Nullable
    Throwable cause(ThreadState state, long exception) {
        try {
            Object cause = operations.python().call("cause", words.reference(exception));
            if (runtime.is(cause, operations.python().none) || !state.enterCause(CAUSES)) {
                runtime.close(cause);
                return null;
            }
            try {
                return toJava(state, cause);
            } finally {
                state.leaveCause();
            }
        } catch (Raised e) {
            forget(e);
            return null;
        }
    }
}
