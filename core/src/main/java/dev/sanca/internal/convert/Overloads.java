package dev.sanca.internal.convert;

import dev.sanca.Python;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public methods of a Java class that have the same name. A call uses the first method with a matching number of
 * parameters, to whose types all arguments can be converted. Methods are tried in this order:
 *
 * <ol>
 *   <li>methods whose parameters are of classes that the Python types stand for: a dict for {@code Map} or {@code Object}, a list or tuple for {@code
 *       List}, a set for {@code Set}, and their supertypes, text for {@code String}; before those to which an argument can be made to fit, such
 *       as a dict's keys to {@code Collection};
 *   <li>methods with a fixed number of parameters before those with a variable number;
 *   <li>then by the type of the first parameter that differs: {@code boolean}, {@code int}, {@code long}, {@code double},
 *   {@code float}, {@code short}, {@code byte}, each before its box, then {@code String}, then other classes, a subclass before
 *   its superclasses, then {@code char}, and {@code Object} last.
 * </ol>
 *
 * <p>Arguments may be passed by the names of parameters where the class file has them: it was compiled with {@code -parameters}.
 *
 * <p>For a parameter of any class that has no conversion of {@code None}, {@code None} is null.
 */
final class Overloads {
    private final String owner;
    private final String name;
    private final List<Overload> inOrder;

    private Overloads(String owner, String name, List<Overload> inOrder) {
        this.owner = owner;
        this.name = name;
        this.inOrder = inOrder;
    }

    static Overloads of(Class<?> owner, String name, List<Method> methods) {
        return new Overloads(
                owner.getName(),
                name,
                methods.stream().map(Overload::new).sorted().toList());
    }

    @Nullable
    Object call(Python py, Object target, List<PyAny> arguments, Map<String, PyAny> keywords) {
        ThreadState state = Face.state(py);
        for (Phase phase : Phase.values()) {
            for (Overload overload : inOrder) {
                List<PyAny> all = overload.arrange(arguments, keywords, phase.spreads);
                if (all == null) {
                    continue;
                }
                long[] words = words(all);
                @Nullable
                Object @Nullable [] converted =
                        phase.isSuited && !overload.suits(words) ? null : overload.convert(state, words, phase.spreads);
                Reference.reachabilityFence(all);
                if (converted != null) {
                    return overload.invoke(target, converted);
                }
            }
        }
        throw noneFits(state, arguments, keywords);
    }

    /** The order in which all overloads are tried. */
    private enum Phase {
        /** The class of each parameter is one that the Python type stands for, as {@code Map} for a dict. */
        SUITED(true, false),
        FIXED(false, false),
        VARIABLE(false, true);

        final boolean isSuited;
        final boolean spreads;

        Phase(boolean isSuited, boolean spreads) {
            this.isSuited = isSuited;
            this.spreads = spreads;
        }
    }

    private static long[] words(List<PyAny> references) {
        long[] words = new long[references.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Refs.word(references.get(i));
        }
        return words;
    }

    private RuntimeException noneFits(ThreadState state, List<PyAny> arguments, Map<String, PyAny> keywords) {
        Stream<String> byName = new TreeMap<>(keywords)
                .entrySet().stream().map(named -> named.getKey() + "=" + typeName(state, named.getValue()));
        String given = Stream.concat(arguments.stream().map(argument -> typeName(state, argument)), byName)
                .collect(Collectors.joining(", ", "(", ")"));
        Stream<String> candidates = inOrder.stream().map(Overload::toString);
        return ConversionError.type("no overload of a Java method takes these arguments: " + name + given + " of "
                        + owner + "; there are " + candidates.collect(Collectors.joining(", ")))
                .toPython(state);
    }

    private static String typeName(ThreadState state, PyAny argument) {
        return Operations.of(state).typeName(state, Refs.word(argument));
    }
}
