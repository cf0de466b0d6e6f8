package dev.sanca.scripting;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCode;
import dev.sanca.types.PyDict;
import java.util.Optional;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** A script that was compiled once, and runs in any context. Any thread. */
final class Script extends CompiledScript {
    private final PythonScriptEngine engine;
    private final String fileName;
    private final Optional<Py<PyCode>> body;
    private final Optional<Py<PyCode>> last;

    private Script(PythonScriptEngine engine, String fileName, PyAny body, PyAny last) {
        this.engine = engine;
        this.fileName = fileName;
        this.body = codeOf(body);
        this.last = codeOf(last);
    }

    private static Optional<Py<PyCode>> codeOf(PyAny code) {
        return code.isNone() ? Optional.empty() : Optional.of(Py.of(code.cast(PyCode.class)));
    }

    /**
     * Compiles a script.
     *
     * @throws ScriptException if it is not Python
     */
    static Script of(Python py, PythonScriptEngine engine, String source, String fileName) throws ScriptException {
        try (PyAny parsed = PythonHelpers.of(py).call(py, "parse", source, fileName);
                PyAny body = parsed.getItem(0);
                PyAny last = parsed.getItem(1)) {
            return new Script(engine, fileName, body, last);
        } catch (PythonException e) {
            throw ScriptErrors.of(py, e, fileName);
        }
    }

    @Override
    public ScriptEngine getEngine() {
        return engine;
    }

    @Override
    public @Nullable Object eval(ScriptContext context) throws ScriptException {
        return Python.<@Nullable Object, ScriptException>attach(
                py -> engine.inContext(py, context, fileName, globals -> run(py, globals)));
    }

    private @Nullable Object run(Python py, PyDict globals) {
        if (body.isPresent()) {
            try (PyCode code = body.get().bind(py)) {
                py.run(code, globals, null);
            }
        }
        if (last.isEmpty()) {
            return null;
        }
        try (PyCode code = last.get().bind(py)) {
            return Values.toJava(py.eval(code, globals, null));
        }
    }
}
