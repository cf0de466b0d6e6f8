package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.PythonLogging;
import java.util.List;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;

/** The snippets of docs/output-and-options.md that need no JVM of their own. */
class OptionsSnippets {
    @Test
    void pythonLogsToJava() {
        try (Python py = Python.attach()) {
            PythonLogging.install(py);
            py.run("import logging; logging.getLogger('shop.orders').warning('%d orders wait', 3)");
        }
    }

    @Test
    void scriptsRunThroughJavaxScript() throws Exception {
        ScriptEngine python = new ScriptEngineManager().getEngineByName("python");
        python.put("prices", List.of(3, 4, 5));
        Object total = python.eval("sum(prices)"); // 12L

        python.eval("def greet(name): return 'hello ' + name");
        Object greeting = ((Invocable) python).invokeFunction("greet", "Ada");

        assertThat(total).isEqualTo(12L);
        assertThat(greeting).isEqualTo("hello Ada");
    }
}
