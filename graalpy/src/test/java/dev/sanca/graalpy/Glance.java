package dev.sanca.graalpy;

import dev.sanca.spi.PythonRuntime;
import java.util.Map;

/** How tests and the programs they start talk to a runtime by its interface alone. */
final class Glance {
    private Glance() {}

    static Object eval(PythonRuntime python, String expression) {
        return python.eval(python.compile(expression, "<test>", "eval"), null, null);
    }

    static void exec(PythonRuntime python, String code) {
        python.eval(python.compile(code, "<test>", "exec"), null, null);
    }

    static void bind(PythonRuntime python, String name, Object value) {
        python.setAttr(python.importModule("__main__"), name, value);
    }

    static Object call(PythonRuntime python, Object function, Object... arguments) {
        return python.call(function, arguments, Map.of());
    }

    static String repr(PythonRuntime python, Object object) {
        return python.asString(call(python, eval(python, "repr"), object));
    }
}
