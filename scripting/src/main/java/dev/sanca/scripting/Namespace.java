package dev.sanca.scripting;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;

/**
 * The variables of scripts: a dict of Python for the global variables, and one for the names behind them, which are
 * Python's built-in ones and those of the global scope. Functions keep both dicts.
 *
 * <p><b>Thread:</b> any that is attached.
 */
final class Namespace {
    private final Py<PyDict> globals;
    private final Py<PyDict> builtins;

    /** The names of the global scope that are in {@link #builtins}, with what they were. */
    private final Map<String, @Nullable Object> entered = new HashMap<>();

    Namespace(Python py) {
        try (PyDict dict = py.dict();
                PyAny copy = py.importModule("builtins").getAttr("__dict__").callMethod("copy")) {
            PyDict names = copy.cast(PyDict.class);
            dict.setItem("__builtins__", names);
            dict.setItem("__name__", "__main__");
            globals = Py.of(dict);
            builtins = Py.of(names);
        }
    }

    /** Returns the global variables, a new reference. */
    PyDict globals(Python py) {
        return globals.bind(py);
    }

    /** Makes the names of the global scope what they are now; built-in names are not replaced. */
    synchronized void enter(Python py, @Nullable Bindings globalScope) {
        if (globalScope == null ? entered.isEmpty() : globalScope.equals(entered)) {
            return;
        }
        try (PyDict names = builtins.bind(py)) {
            Map<String, Object> wanted = globalScope == null ? Map.of() : globalScope;
            for (String name : List.copyOf(entered.keySet())) {
                if (!wanted.containsKey(name)) {
                    names.delItem(name);
                    entered.remove(name);
                }
            }
            for (Map.Entry<String, Object> entry : wanted.entrySet()) {
                String name = entry.getKey();
                if (entered.containsKey(name) || !names.contains(name)) {
                    names.setItem(name, entry.getValue());
                    entered.put(name, entry.getValue());
                }
            }
        }
    }
}
