package dev.sanca.internal.derived;

import dev.sanca.Kwargs;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.engine.CallOperations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls. All arguments are converted before the runtime is called. */
interface DerivedCalls extends CallOperations, DerivedFacet {
    @Override
    default long callWords(ThreadState state, long callable, long... arguments) {
        return access().word(
                        state,
                        () -> access().runtime
                                .call(access().reference(callable), access().references(arguments), Map.of()));
    }

    /** Calls an object. Each argument is read once, and the call owns a count of it. */
    @Override
    default long call(ThreadState state, long callable, @Nullable Object @Nullable [] given) {
        @Nullable Object[] arguments = given == null ? new @Nullable Object[] {null} : given;
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
            Object[] references = access().references(Arrays.copyOf(converted, positional));
            Map<String, Object> named = named(keywords, converted, positional);
            return access().word(state, () -> access().runtime.call(access().reference(callable), references, named));
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
            named.put(keywords.name(i), access().reference(converted[first + i]));
        }
        return named;
    }

    @Override
    default long callMethod(ThreadState state, long self, String name, @Nullable Object @Nullable [] arguments) {
        long method = access().operations.getAttr(state, self, name);
        try {
            return call(state, method, arguments);
        } finally {
            Word.decref(method);
        }
    }
}
