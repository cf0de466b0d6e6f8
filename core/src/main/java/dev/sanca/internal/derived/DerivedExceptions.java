package dev.sanca.internal.derived;

import dev.sanca.PythonException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.NearestExceptions;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import dev.sanca.types.PyBaseException;
import org.jspecify.annotations.Nullable;

/**
 * Converts Python exceptions of a runtime to the Java exceptions that users catch, and Java exceptions that users throw to Python
 * exceptions.
 *
 * <p>As for CPython, each class of {@link Throwable} has a Python type of its name. The Python exception holds the Java exception;
 * when it comes back to Java, the Java exception is thrown.
 */
final class DerivedExceptions {
    private static final Kind<PyBaseException> EXCEPTION = Kind.of(PyBaseException.class);

    /** The word under which an exception that is passed to Python is remembered; the exception itself has its reference. */
    private static final long PASSED = 1;

    private final DerivedAccess access;
    private final PythonRuntime runtime;
    private final DerivedWords words;

    /** The numbers of the Python types in {@code derived.py}, by Java class, which is not kept alive. */
    private final ClassValue<Integer> types = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return newType(type);
        }
    };

    DerivedExceptions(DerivedAccess access) {
        this.access = access;
        this.runtime = access.runtime;
        this.words = access.words;
    }

    /** Throws the Java exception for what the runtime raised. Usage: {@code throw exceptions.pending(state, raised)}. */
    RuntimeException pending(ThreadState state, Raised raised) {
        return DerivedExceptions.<RuntimeException>rethrow(toJava(state, raised.exception()));
    }

    /** Throws a checked exception as if it were unchecked. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException rethrow(Throwable error) throws T {
        throw (T) error;
    }

    /** Releases the exception that the runtime raised. */
    void forget(Raised raised) {
        runtime.close(raised.exception());
    }

    /** Returns whether the exception that the runtime raised is an instance of a built-in type. */
    boolean is(Raised raised, String type) {
        DerivedPython python = access.python();
        return python.truth(python.call("isinstance", raised.exception(), python.function(type)));
    }

    /** Returns the Java exception for a Python exception. Consumes the reference. */
    Throwable toJava(ThreadState state, Object exception) {
        try {
            Throwable java = carried(exception);
            if (java == null) {
                java = passed(state, exception);
            }
            if (java != null) {
                runtime.close(exception);
                return java;
            }
        } catch (Raised e) { // the exception cannot be examined: users get a PythonException of it
            forget(e);
        } catch (Throwable e) { // no stack or memory is left to examine it
            runtime.close(exception);
            throw e;
        }
        PyBaseException value = EXCEPTION.make(state, words.put(exception));
        try {
            return new PythonException(value);
        } finally {
            Refs.close(value);
        }
    }

    private @Nullable Throwable carried(Object exception) {
        Object java = access.python().call("carried", exception);
        try {
            return runtime.javaObjectOrNull(java) instanceof Throwable t ? t : null;
        } finally {
            runtime.close(java);
        }
    }

    /**
     * Returns the Java exception that was passed to Python as this Python exception, or null. So it keeps its stack trace, and the cost of
     * passing it through many nested calls is linear.
     */
    private @Nullable PythonException passed(ThreadState state, Object exception) {
        PythonException error = (PythonException) state.takePassed(PASSED);
        long word = error == null ? 0 : Face.newCount(state, error.value());
        if (word == 0) {
            return null;
        }
        try {
            return runtime.is(words.reference(word), exception) ? error : null;
        } finally {
            Word.decref(word);
        }
    }

    /** Returns the exception that makes the runtime raise {@code error} in Python. */
    Raised toPython(ThreadState state, Throwable error) {
        try {
            if (error instanceof PythonException python && Face.runtimeOrNull(python.value()) == access.operations) {
                long word = Face.newCount(state, python.value());
                Object exception;
                try {
                    exception = runtime.dup(words.reference(word));
                } finally {
                    Word.decref(word);
                }
                state.passing(python, PASSED);
                return new Raised(exception);
            }
            return new Raised(wrap(state, error));
        } catch (Raised second) {
            return second; // the error of Python while the exception was made, such as MemoryError
        }
    }

    private Object wrap(ThreadState state, Throwable error) {
        @Nullable
        Object[] made = new @Nullable Object[5]; // the number of the type, the message, the Java object, cause, notes
        try {
            made[0] = runtime.fromJava((long) types.get(error.getClass()));
            made[1] = runtime.fromJava(error.getMessage());
            made[2] = access.functions.javaObject(error);
            made[3] = cause(state, error.getCause());
            made[4] = runtime.fromJava(String.join("\n", NearestExceptions.notes(error)));
            return call("java_exception", made);
        } finally {
            closeAll(made);
        }
    }

    /** Returns the Python exception of a cause, a new reference; {@code None} without a cause, or after many. */
    private Object cause(ThreadState state, @Nullable Throwable cause) {
        if (cause == null || !state.enterCause(DerivedErrors.CAUSES)) {
            return runtime.fromJava(null);
        }
        try {
            if (cause instanceof PythonException python && Face.runtimeOrNull(python.value()) == access.operations) {
                long word = Face.newCount(state, python.value());
                try {
                    return runtime.dup(words.reference(word));
                } finally {
                    Word.decref(word);
                }
            }
            return wrap(state, cause);
        } finally {
            state.leaveCause();
        }
    }

    @SuppressWarnings("NullAway") // all are made by now
    private Object call(String function, @Nullable Object[] made) {
        return access.python().call(function, made);
    }

    private void closeAll(@Nullable Object[] made) {
        for (Object reference : made) {
            if (reference != null) {
                runtime.close(reference);
            }
        }
    }

    /** Makes the Python type of a Java class and returns its number. If two threads make the type, the second one is not used. */
    private int newType(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        Long above =
                parent == null || !Throwable.class.isAssignableFrom(parent) ? null : (Long) (long) types.get(parent);
        @Nullable
        Object[] made = new @Nullable Object[3]; // its name, the number of the type above, the nearest built-in one
        try {
            made[0] = runtime.fromJava(NearestExceptions.nameOf(type));
            made[1] = runtime.fromJava(above);
            made[2] = runtime.fromJava(NearestExceptions.ofOrNull(type));
            return (int) access.python().number(call("java_exception_type", made));
        } finally {
            closeAll(made);
        }
    }

    /** Returns a built-in exception with a message, raised. */
    Raised raised(String type, String message) {
        @Nullable Object[] made = new @Nullable Object[2]; // the name of the type, the message
        try {
            made[0] = runtime.fromJava(type);
            made[1] = runtime.fromJava(message);
            return new Raised(call("built_in_error", made));
        } catch (Raised e) {
            return e;
        } finally {
            closeAll(made);
        }
    }
}
