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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public methods of a Java class that have the same name. A call uses the first method with a matching number of
 * parameters, to whose types all arguments can be converted. Methods are tried in this order:
 *
 * <ol>
 *   <li>methods with a fixed number of parameters before those with a variable number;
 *   <li>then by the type of the first parameter that differs: {@code boolean}, {@code int}, {@code long}, {@code double},
 *   {@code float}, {@code short}, {@code byte}, each before its box, then {@code String}, then other classes, a subclass before
 *   its superclasses, then {@code char}, and {@code Object} last.
 * </ol>
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
        if (!keywords.isEmpty()) {
            throw ConversionError.type("a Java method takes no keyword arguments: " + name + "() of " + owner)
                    .toPython(state);
        }
        for (boolean spread : new boolean[] {false, true}) {
            for (Overload overload : inOrder) {
                if (overload.takes(arguments.size(), spread)) {
                    @Nullable Object @Nullable [] converted = overload.convert(state, words(arguments), spread);
                    Reference.reachabilityFence(arguments);
                    if (converted != null) {
                        return overload.invoke(target, converted);
                    }
                }
            }
        }
        throw noneFits(state, arguments);
    }

    private static long[] words(List<PyAny> references) {
        long[] words = new long[references.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Refs.word(references.get(i));
        }
        return words;
    }

    private RuntimeException noneFits(ThreadState state, List<PyAny> arguments) {
        String given = arguments.stream()
                .map(argument -> Operations.of(state).typeName(state, Refs.word(argument)))
                .collect(Collectors.joining(", ", "(", ")"));
        Stream<String> candidates = inOrder.stream().map(Overload::toString);
        return ConversionError.type("no overload of a Java method takes these arguments: " + name + given + " of "
                        + owner + "; there are " + candidates.collect(Collectors.joining(", ")))
                .toPython(state);
    }
}
