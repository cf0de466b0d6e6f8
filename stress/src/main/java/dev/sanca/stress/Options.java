package dev.sanca.stress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Options with a value each, {@code --name value}. */
final class Options {
    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one has another name or no value
     */
    Options(List<String> arguments, Set<String> names) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            if (!names.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is none of " + String.join(", ", names));
            }
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            values.put(name, rest.pop());
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** The seed, a random one if none is given. */
    long seed() {
        return has("--seed") ? parse("--seed", Long::parseLong) : System.nanoTime();
    }

    /** The whole number of an option, not negative, or {@code otherwise}. */
    long number(String name, long otherwise) {
        return has(name) ? parse(name, Long::parseUnsignedLong) : otherwise;
    }

    /** The number of an option, or {@code otherwise}. */
    double real(String name, double otherwise) {
        return has(name) ? parse(name, Double::parseDouble) : otherwise;
    }

    private <T> T parse(String name, Function<String, T> parser) {
        try {
            return parser.apply(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, not '" + text(name) + "'", e);
        }
    }
}
