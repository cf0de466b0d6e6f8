package dev.sanca.scripting;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBaseException;
import javax.script.ScriptException;

/** Turns what a script throws into a {@link ScriptException} that says where. */
final class ScriptErrors {
    private ScriptErrors() {}

    /**
     * Returns the exception for what was thrown while a script ran.
     *
     * @param fileName the name of the script: of several frames the innermost one of it counts
     */
    static ScriptException of(Python py, Exception error, String fileName) {
        ScriptException made = error instanceof PythonException python
                ? located(py, python, fileName)
                : new ScriptException(String.valueOf(error.getMessage()));
        made.initCause(error);
        return made;
    }

    private static ScriptException located(Python py, PythonException error, String fileName) {
        String message = String.valueOf(error.getMessage());
        try (PyBaseException value = error.value().bind(py);
                PyAny place = PythonHelpers.of(py).call(py, "place", value, fileName)) {
            String file = place.getItem(0).str();
            int line = (int) place.getItem(1).asLong();
            int column = (int) place.getItem(2).asLong();
            return new ScriptException(message, file, line, column);
        } catch (PythonException _) { // an exception that cannot be looked at
            return new ScriptException(message, fileName, -1, -1);
        }
    }
}
