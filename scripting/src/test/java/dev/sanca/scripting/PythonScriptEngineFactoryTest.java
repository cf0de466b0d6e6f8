package dev.sanca.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;

/** How {@code javax.script} finds Python. */
class PythonScriptEngineFactoryTest {
    private final ScriptEngineManager manager = new ScriptEngineManager();

    @Test
    void engineIsFoundByNameExtensionAndType() {
        for (String name : new String[] {"python", "Python", "python3", "sanca"}) {
            assertThat(manager.getEngineByName(name)).as(name).isInstanceOf(PythonScriptEngine.class);
        }
        assertThat(manager.getEngineByExtension("py")).isInstanceOf(PythonScriptEngine.class);
        assertThat(manager.getEngineByMimeType("text/x-python")).isInstanceOf(PythonScriptEngine.class);
    }

    @Test
    void factoryDescribesItself() throws ScriptException {
        ScriptEngine engine = manager.getEngineByName("python");
        ScriptEngineFactory factory = engine.getFactory();
        assertThat(factory.getEngineName()).isEqualTo("Sanca");
        assertThat(factory.getEngineVersion()).isNotEmpty();
        assertThat(factory.getLanguageName()).isEqualTo("python");
        engine.eval("1");
        assertThat(factory.getLanguageVersion()).isEqualTo(Python.version());
        assertThat(factory.getParameter(ScriptEngine.NAME)).isEqualTo("python");
        assertThat(factory.getParameter(ScriptEngine.ENGINE)).isEqualTo("Sanca");
        assertThat(factory.getParameter(ScriptEngine.ENGINE_VERSION)).isEqualTo(factory.getEngineVersion());
        assertThat(factory.getParameter(ScriptEngine.LANGUAGE)).isEqualTo("python");
        assertThat(factory.getParameter(ScriptEngine.LANGUAGE_VERSION)).isEqualTo(Python.version());
        assertThat(factory.getParameter("THREADING")).isEqualTo("MULTITHREADED");
        assertThat(factory.getParameter("other")).isNull();
    }

    @Test
    void factoryWritesPython() throws ScriptException {
        ScriptEngine engine = manager.getEngineByName("python");
        ScriptEngineFactory factory = engine.getFactory();
        String text = "it's \"quoted\", \\ and\nlong €😀";
        java.io.StringWriter out = new java.io.StringWriter();
        engine.getContext().setWriter(out);
        engine.eval(factory.getProgram("x = 'ab'", factory.getOutputStatement(text)));
        assertThat(out).hasToString(text + "\n");
        assertThat(engine.eval(factory.getMethodCallSyntax("x", "replace", "'a'", "'c'")))
                .isEqualTo("cb");
    }
}
