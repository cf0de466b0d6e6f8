package dev.sanca.scripting;

import dev.sanca.Python;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * The factory that {@link javax.script.ScriptEngineManager} finds under the names {@code python}, {@code python3} and
 * {@code sanca}, and by the extension {@code py}. Any thread. Python is not started before an engine is used.
 */
public final class PythonScriptEngineFactory implements ScriptEngineFactory {
    private static final List<String> NAMES = List.of("python", "Python", "python3", "sanca");

    /** Creates a factory; {@link java.util.ServiceLoader} does. */
    public PythonScriptEngineFactory() {}

    @Override
    public String getEngineName() {
        return "Sanca";
    }

    @Override
    public String getEngineVersion() {
        return Optional.ofNullable(Python.class.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .or(() -> Optional.ofNullable(Python.class.getPackage().getImplementationVersion()))
                .orElse("0.1");
    }

    @Override
    public List<String> getExtensions() {
        return List.of("py");
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of("text/x-python", "application/x-python", "text/x-python-script");
    }

    @Override
    public List<String> getNames() {
        return NAMES;
    }

    @Override
    public String getLanguageName() {
        return "python";
    }

    /** Returns the version of the running Python, such as {@code "3.14.3"}; {@code "3"} while none runs. */
    @Override
    public String getLanguageVersion() {
        return Python.tryAttach(py -> Python.version()).orElse("3");
    }

    /** Returns what the interface asks for; engines are safe for use by several threads ({@code "MULTITHREADED"}). */
    @Override
    public @Nullable Object getParameter(String key) {
        return switch (key) {
            case ScriptEngine.ENGINE -> getEngineName();
            case ScriptEngine.ENGINE_VERSION -> getEngineVersion();
            case ScriptEngine.LANGUAGE -> getLanguageName();
            case ScriptEngine.LANGUAGE_VERSION -> getLanguageVersion();
            case ScriptEngine.NAME -> NAMES.getFirst();
            case "THREADING" -> "MULTITHREADED";
            default -> null;
        };
    }

    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        return object + "." + method + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String getOutputStatement(String text) {
        return "print(" + literal(text) + ")";
    }

    private static String literal(String text) {
        return text.codePoints()
                .mapToObj(point -> switch (point) {
                    case '\'' -> "\\'";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    default -> Character.toString(point);
                })
                .collect(Collectors.joining("", "'", "'"));
    }

    @Override
    public String getProgram(String... statements) {
        return String.join("\n", statements) + "\n";
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new PythonScriptEngine(this);
    }
}
