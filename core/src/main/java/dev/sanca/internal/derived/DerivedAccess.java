package dev.sanca.internal.derived;

import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks a runtime, on words, and turns what it raises into what users catch: what the facets of {@link DerivedOperations} are
 * made of.
 *
 * <p><b>Ownership:</b> words that come in are borrowed, words that go out are new counts.
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

    /** A question to the runtime. */
    @FunctionalInterface
    interface Question<R extends @Nullable Object> {
        /** The answer. */
        R ask();
    }

    /**
     * Asks, and throws what the runtime raises as what users catch.
     *
     * @throws StackOverflowError if there is too little stack left to ask
     */
    <R extends @Nullable Object> R ask(ThreadState state, Question<R> question) {
        Stack.checkRuntime(state);
        try {
            return question.ask();
        } catch (Raised e) {
            throw exceptions.pending(state, e);
        }
    }

    /** The word of the reference that answers. */
    long word(ThreadState state, Question<Object> question) {
        return words.put(ask(state, question));
    }

    // ---- functions of derived.py, with words as arguments ----

    private Object call(String function, long... arguments) {
        return python().call(function, references(arguments));
    }

    /** The references of words. */
    Object[] references(long... arguments) {
        return Arrays.stream(arguments).mapToObj(words::reference).toArray();
    }

    /** A function whose result is any object. */
    long object(ThreadState state, String function, long... arguments) {
        return word(state, () -> call(function, arguments));
    }

    /** A function whose result does not matter. */
    void run(ThreadState state, String function, long... arguments) {
        ask(state, () -> {
            runtime.close(call(function, arguments));
            return true;
        });
    }

    /** A function whose result is a bool. */
    boolean test(ThreadState state, String function, long... arguments) {
        return ask(state, () -> python().truth(call(function, arguments)));
    }

    /** A function whose result is a small int. */
    long number(ThreadState state, String function, long... arguments) {
        return ask(state, () -> python().number(call(function, arguments)));
    }

    /** A function whose result is a str. */
    String text(ThreadState state, String function, long... arguments) {
        return ask(state, () -> python().text(call(function, arguments)));
    }
}
