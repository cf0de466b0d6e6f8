package dev.sanca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keyword arguments: the last argument of {@code call} and {@code callMethod}.
 *
 * {@snippet :
 * py.importModule("json").callMethod("dumps", data, Kwargs.of("indent", 2, "sort_keys", true));
 * }
 *
 * <p>A call takes at most one {@code Kwargs}, as its last argument. A {@code Kwargs} is not a value: it cannot be
 * converted to a Python object, as an element of a list, a value of another {@code Kwargs}, or an argument of
 * {@code py.of}.
 *
 * <p><b>Ownership:</b> the caller keeps ownership of references among the values. <b>Thread:</b> any; immutable. Later
 * changes of the array or map from which it was created do not affect it.
 *
 * <p><b>Errors:</b> {@link IllegalArgumentException} from a call in which it is not the last argument, and from a
 * conversion.
 */
public final class Kwargs {
    private static final Kwargs NONE = new Kwargs(new String[0], new Object[0]);

    private final String[] names;
    private final @Nullable Object[] values;

    private Kwargs(String[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Returns an object without keyword arguments.
     *
     * @return no keyword arguments
     */
    public static Kwargs of() {
        return NONE;
    }

    /**
     * Returns an object with one keyword argument.
     *
     * @param name the name
     * @param value the value, which is converted as by {@link Python#of} in the call; null is {@code None}
     * @return the keyword argument
     * @throws NullPointerException if {@code name} is null
     */
    public static Kwargs of(String name, @Nullable Object value) {
        return checked(new String[] {name}, new @Nullable Object[] {value});
    }

    /**
     * Returns an object with several keyword arguments.
     *
     * @param name the name of the first argument
     * @param value the value of the first argument; null is {@code None}
     * @param more further names and values, alternating
     * @return the keyword arguments, in this order
     * @throws NullPointerException if {@code name} or the array is null
     * @throws IllegalArgumentException if another name is not a {@code String}, a name occurs twice, or the last value
     *     is missing
     */
    public static Kwargs of(String name, @Nullable Object value, @Nullable Object... more) {
        if (more == null) { // Kwargs.of("a", 1, null) passes null for the array
            throw new NullPointerException(
                    "Kwargs.of takes names and values by turns: a String was expected as a name, not" + " null");
        }
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
     * Returns an object with the entries that a map has now.
     *
     * @param arguments names and values
     * @return the keyword arguments, in the order of the map
     * @throws NullPointerException if the map or a name is null
     */
    public static Kwargs of(Map<String, ?> arguments) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        arguments.forEach((name, value) -> { // one pass, since another thread may change the map
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
            if (names[i] == null) {
                throw new NullPointerException("the name of keyword argument " + (i + 1) + " of " + names.length
                        + " is null: each keyword argument needs a name, as in Kwargs.of(\"indent\", 2); pass a value"
                        + " without a name before the Kwargs");
            }
            for (int j = 0; j < i; j++) {
                if (names[i].equals(names[j])) {
                    throw new IllegalArgumentException("keyword argument '" + names[i] + "' was given twice");
                }
            }
        }
        return new Kwargs(names, values);
    }

    /**
     * Returns the number of keyword arguments.
     *
     * @return the number of keyword arguments
     */
    public int size() {
        return names.length;
    }

    /**
     * Returns the name of a keyword argument.
     *
     * @param i the index, from 0
     * @return the name
     * @throws IndexOutOfBoundsException if {@code i} is negative or not less than {@link #size}
     */
    public String name(int i) {
        return names[i];
    }

    /**
     * Returns the value of a keyword argument.
     *
     * @param i the index, from 0
     * @return the value as it was given; not converted
     * @throws IndexOutOfBoundsException if {@code i} is negative or not less than {@link #size}
     */
    public @Nullable Object value(int i) {
        return values[i];
    }
}
