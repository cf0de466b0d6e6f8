package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an interpreter reported about itself: the values of {@link InterpreterQuery}, by name.
 *
 * @param values the values as printed; {@code "None"} where Python has none
 */
record InterpreterReport(Map<String, String> values) {

    InterpreterReport {
        values = Map.copyOf(values);
    }

    /** Returns a value that is neither missing, nor empty, nor {@code None}. */
    Optional<String> text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() || value.equals("None") ? Optional.empty() : Optional.of(value);
    }

    /** Returns a value as a normalized path. */
    Optional<Path> path(String name) {
        return text(name).map(Path::of).map(Path::normalize);
    }

    /** Returns whether a build option is set: the value is there and is not 0. */
    boolean flag(String name) {
        return text(name).filter(value -> !value.equals("0")).isPresent();
    }

    String version() {
        return required("version");
    }

    /**
     * Returns a value.
     *
     * @throws PythonConfigException if the interpreter did not report it
     */
    String required(String name) {
        return text(name)
                .orElseThrow(() -> new PythonConfigException("The Python at " + values.get("executable")
                        + " did not say its " + name + ". It may be damaged: reinstall it, or name another one by"
                        + " SANCA_PYTHON or -Dsanca.python."));
    }

    int number(String name) {
        return Integer.parseInt(required(name));
    }
}
