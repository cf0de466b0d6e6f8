package dev.sanca.internal.derived;

import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Calls a runtime with words as arguments, and throws the Java exception for what the runtime raises. The facets of
 * {@link DerivedOperations} are implemented with this class.
 *
 * <p><b>Ownership:</b> the words of parameters are borrowed; a word that a method returns is a new reference.
 */
final class DerivedAccess {
    final DerivedOperations operations;
    final PythonRuntime runtime;
    final DerivedWords words;
    final DerivedExceptions exceptions;
    final DerivedFunctions functions;

    DerivedAccess(DerivedOperations operations, PythonRuntime runtime) {
        this.operations = operations;
        this.runtime = runtime;
        this.words = new DerivedWords(this);
        this.exceptions = new DerivedExceptions(this);
        this.functions = new DerivedFunctions(this);
    }

    /** Returns the functions of a runtime that was entered before. */
    DerivedPython python() {
        return operations.python();
    }

    /** Returns the reference of a word, borrowed. */
    Object reference(long word) {
        return words.reference(word);
    }

    /** Returns a new word of a Java value, one of those of {@link PythonRuntime#fromJava}. */
    long value(ThreadState state, @Nullable Object value) {
        return word(state, () -> runtime.fromJava(value));
    }

    /** A call of the runtime. */
    @FunctionalInterface
    interface Question<R extends @Nullable Object> {
        /** Returns the result. */
        R ask();
    }

    /**
     * Calls the runtime. What the runtime raises is thrown as the Java exception that users catch.
     *
     * @throws StackOverflowError if too little stack is left to call the runtime
     */
    <R extends @Nullable Object> R ask(ThreadState state, Question<R> question) {
        Stack.checkRuntime(state);
        try {
            return question.ask();
        } catch (Raised e) {
            throw exceptions.pending(state, e);
        }
    }

    /** Calls the runtime, and returns a new word of the reference that it returns. */
    long word(ThreadState state, Question<Object> question) {
        return words.put(ask(state, question));
    }

    // ---- functions of derived.py, with words as arguments ----

    private Object call(String function, long... arguments) {
        return python().call(function, references(arguments));
    }

    /** Returns the references of words, borrowed. */
    Object[] references(long... arguments) {
        return Arrays.stream(arguments).mapToObj(words::reference).toArray();
    }

    /** Calls a function whose result is any object. Returns a new reference. */
    long object(ThreadState state, String function, long... arguments) {
        return word(state, () -> call(function, arguments));
    }

    /** Calls a function and ignores its result. */
    void run(ThreadState state, String function, long... arguments) {
        ask(state, () -> {
            runtime.close(call(function, arguments));
            return true;
        });
    }

    /** Calls a function whose result is a {@code bool}. */
    boolean test(ThreadState state, String function, long... arguments) {
        return ask(state, () -> python().truth(call(function, arguments)));
    }

    /** Calls a function whose result is an {@code int} of at most 64 bits. */
    long number(ThreadState state, String function, long... arguments) {
        return ask(state, () -> python().number(call(function, arguments)));
    }

    /** Calls a function whose result is a {@code str}. */
    String text(ThreadState state, String function, long... arguments) {
        return ask(state, () -> python().text(call(function, arguments)));
    }
}
