package dev.sanca.internal.derived;

import dev.sanca.Kwargs;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a runtime, on words, and turns what it raises into what users catch: the funnel of {@link DerivedOperations}.
 *
 * <p><b>Ownership:</b> words that come in are borrowed, words that go out are new counts.
 */
final class DerivedCalls {
    private static final @Nullable Object[] NULL_ARGUMENT = {null};

    private final DerivedOperations operations;
    private final PythonRuntime runtime;
    private final DerivedWords words;

    DerivedCalls(DerivedOperations operations) {
        this.operations = operations;
        this.runtime = operations.spi();
        this.words = operations.words();
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
            throw operations.errors().pending(state, e);
        }
    }

    /** The word of the reference that answers. */
    long word(ThreadState state, Question<Object> question) {
        return words.put(ask(state, question));
    }

    // ---- functions of derived.py, with words as arguments ----

    private Object call(String function, long... arguments) {
        return operations.python().call(function, references(arguments));
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
        return ask(state, () -> operations.python().truth(call(function, arguments)));
    }

    /** A function whose result is a small int. */
    long number(ThreadState state, String function, long... arguments) {
        return ask(state, () -> operations.python().number(call(function, arguments)));
    }

    /** A function whose result is a str. */
    String text(ThreadState state, String function, long... arguments) {
        return ask(state, () -> operations.python().text(call(function, arguments)));
    }

    // ---- calls of users ----

    /** {@code callable(*words)}. */
    long callWords(ThreadState state, long callable, long... arguments) {
        return word(state, () -> runtime.call(words.reference(callable), references(arguments), Map.of()));
    }

    /**
     * Calls a borrowed callable; a trailing {@link Kwargs} is keyword arguments. Each argument is read once, and the call owns
     * a count of it.
     */
    long call(ThreadState state, long callable, @Nullable Object @Nullable ... given) {
        @Nullable Object[] arguments = given == null ? NULL_ARGUMENT : given;
        int positional = arguments.length;
        Kwargs keywords = Kwargs.of();
        if (positional > 0 && arguments[positional - 1] instanceof Kwargs k) {
            positional--;
            keywords = k;
        }
        long[] converted = new long[positional + keywords.size()];
        int filled = 0;
        try {
            for (; filled < converted.length; filled++) {
                Object argument = filled < positional ? arguments[filled] : keywords.value(filled - positional);
                converted[filled] = ToPython.argument(state, argument, filled, positional);
            }
            Object[] references = references(Arrays.copyOf(converted, positional));
            Map<String, Object> named = named(keywords, converted, positional);
            return word(state, () -> runtime.call(words.reference(callable), references, named));
        } finally {
            while (filled > 0) {
                Word.decref(converted[--filled]);
            }
        }
    }

    private Map<String, Object> named(Kwargs keywords, long[] converted, int first) {
        if (keywords.size() == 0) {
            return Map.of();
        }
        Map<String, Object> named = LinkedHashMap.newLinkedHashMap(keywords.size());
        for (int i = 0; i < keywords.size(); i++) {
            named.put(keywords.name(i), words.reference(converted[first + i]));
        }
        return named;
    }

    /** Calls a method of a borrowed word by name. */
    long callMethod(ThreadState state, long self, String name, @Nullable Object @Nullable ... arguments) {
        long method = operations.getAttr(state, self, name);
        try {
            return call(state, method, arguments);
        } finally {
            Word.decref(method);
        }
    }
}
