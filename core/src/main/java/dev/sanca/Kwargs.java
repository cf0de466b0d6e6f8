package dev.sanca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keyword arguments: the last argument of {@code call} and {@code callMethod}.
 *
 * {@snippet :
 * py.importModule("json").callMethod("dumps", data, Kwargs.of("indent", 2, "sort_keys", true));
 * }
 *
 * <p>There is one for each call at most, and nothing comes after it. It is not a value: where a Java value becomes a Python
 * object (an argument before the last, an element of a list, a value of another {@code Kwargs}, {@code py.of}), a
 * {@code Kwargs} is refused.
 *
 * <p><b>Ownership:</b> none; references among the values stay the caller's. <b>Thread:</b> any; immutable: what happens later
 * to the array or map that it was made of does not change it.
 *
 * <p><b>Errors:</b> {@link IllegalArgumentException} from a call if it is not the last argument, and from a conversion.
 */
public final class Kwargs {
    private static final Kwargs NONE = new Kwargs(new String[0], new Object[0]);

    private final String[] names;
    private final @Nullable Object[] values;

    private Kwargs(String[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** No keyword arguments. */
    public static Kwargs of() {
        return NONE;
    }

    /** One keyword argument. */
    public static Kwargs of(String name, @Nullable Object value) {
        return checked(new String[] {name}, new @Nullable Object[] {value});
    }

    /**
     * Names and values, by turns.
     *
     * @throws IllegalArgumentException if a name is no string or comes twice, or the last value is missing
     */
    public static Kwargs of(String name, @Nullable Object value, @Nullable Object... more) {
        if (more.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Kwargs.of takes names and values by turns, but the last name has no value: "
                            + Arrays.toString(more));
        }
        String[] names = new String[1 + more.length / 2];
        @Nullable Object[] values = new @Nullable Object[names.length];
        names[0] = name;
        values[0] = value;
        for (int i = 1; i < names.length; i++) {
            names[i] = nameOf(more[2 * i - 2]);
            values[i] = more[2 * i - 1];
        }
        return checked(names, values);
    }

    /**
     * The entries of a map, in its order, as they are now.
     *
     * @throws NullPointerException if a name is null
     */
    public static Kwargs of(Map<String, ?> arguments) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        arguments.forEach((name, value) -> { // one pass: the map is the caller's, and may change
            names.add(name);
            values.add(value);
        });
        return checked(names.toArray(String[]::new), values.toArray());
    }

    private static String nameOf(@Nullable Object name) {
        if (name instanceof String s) {
            return s;
        }
        throw new IllegalArgumentException(
                "Kwargs.of takes names and values by turns: a String was expected as a name, not "
                        + (name == null ? "null" : name.getClass().getName() + " " + name));
    }

    private static Kwargs checked(String[] names, @Nullable Object[] values) {
        for (int i = 0; i < names.length; i++) {
            Objects.requireNonNull(names[i], "the name of a keyword argument");
            for (int j = 0; j < i; j++) {
                if (names[i].equals(names[j])) {
                    throw new IllegalArgumentException("keyword argument '" + names[i] + "' was given twice");
                }
            }
        }
        return new Kwargs(names, values);
    }

    /** How many there are. */
    public int size() {
        return names.length;
    }

    /** The name of argument {@code i}. */
    public String name(int i) {
        return names[i];
    }

    /** The value of argument {@code i}. */
    public @Nullable Object value(int i) {
        return values[i];
    }
}
