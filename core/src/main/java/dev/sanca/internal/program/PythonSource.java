package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCode;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;

/**
 * The Python files of this package: functions that Java calls by name. What Sanca passes to them is made directly, since a
 * converter of the program may have another opinion of a {@code String}.
 */
final class PythonSource {
    private PythonSource() {}

    /**
     * Runs a file and returns one of the functions that it defines, a new reference.
     *
     * @param file the name of the resource, such as {@code streams.py}
     * @param function the name of the function
     */
    static PyAny function(Python py, String file, String function) {
        try (PyDict globals = py.dict();
                PyCode code = py.compile(read(file), "sanca/" + file)) {
            globals.setItem(py.string("__name__"), py.string("sanca." + file.replace(".py", "")));
            py.run(code, globals, null);
            return globals.getItem(py.string(function));
        }
    }

    /** Returns a Python list of texts, a new reference. */
    static PyList texts(Python py, Collection<String> texts) {
        PyList list = py.list();
        for (String text : texts) {
            list.append(py.string(text));
        }
        return list;
    }

    private static String read(String file) {
        try (InputStream in = PythonSource.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
