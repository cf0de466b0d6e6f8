package dev.sanca.scripting;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCode;
import dev.sanca.types.PyDict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code scripting.py}, which is run once, at the first use of an engine.
 *
 * <p><b>Thread:</b> any that is attached to the default runtime.
 */
final class PythonHelpers {
    private static @Nullable PythonHelpers known;

    private final Py<PyDict> functions;

    private PythonHelpers(Py<PyDict> functions) {
        this.functions = functions;
    }

    /** Returns the functions. Two threads that are the first ones may both make them; one result is kept. */
    static PythonHelpers of(Python py) {
        PythonHelpers made = known;
        if (made == null) {
            made = make(py);
            known = made;
        }
        return made;
    }

    private static PythonHelpers make(Python py) {
        try (PyDict globals = py.dict();
                PyCode code = py.compile(source(), "sanca/scripting.py")) {
            globals.setItem("__name__", "sanca.scripting");
            py.run(code, globals, null);
            return new PythonHelpers(Py.of(globals));
        }
    }

    private static String source() {
        try (InputStream in = PythonHelpers.class.getResourceAsStream("scripting.py")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a function; the result is a new reference. */
    PyAny call(Python py, String name, @Nullable Object... arguments) {
        try (PyDict globals = functions.bind(py);
                PyAny function = globals.getItem(name)) {
            return function.call(arguments);
        }
    }
}
