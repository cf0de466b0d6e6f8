package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an interpreter said about itself: the lines of {@link Question}, by name.
 *
 * @param values the raw answers; {@code "None"} where Python has no value
 */
record Answer(Map<String, String> values) {

    Answer {
        values = Map.copyOf(values);
    }

    /** Returns a text that is there and says something. */
    Optional<String> text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() || value.equals("None") ? Optional.empty() : Optional.of(value);
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of).map(Path::normalize);
    }

    boolean flag(String name) {
        return text(name).filter(value -> !value.equals("0")).isPresent();
    }

    String version() {
        return required("version");
    }

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
