package dev.sanca.internal.derived;

import dev.sanca.internal.word.BuiltinType;
import dev.sanca.spi.PythonRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The Python functions of a runtime that has started, by name: those of {@code derived.py}, of module {@code operator} and of
 * {@code builtins}.
 *
 * <p><b>Ownership:</b> references of parameters are borrowed, and a reference that a method returns is a new one, unless the method says
 * otherwise. The functions are kept as long as the process lives.
 *
 * <p><b>Thread:</b> one that has entered the runtime.
 *
 * <p><b>Errors:</b> {@link PythonRuntime.Raised}.
 */
final class DerivedPython {
    private static final Object[] NOTHING = {};

    private final PythonRuntime runtime;
    private final Map<String, Object> functions = new HashMap<>();
    private final Object yes;

    /** {@code None}. */
    final Object none;

    /** The object that {@code dict_get} returns if the dict has no such key. */
    final Object missing;

    /** Evaluates {@code derived.py} in the runtime, and looks its functions up. */
    DerivedPython(PythonRuntime runtime) {
        this.runtime = runtime;
        this.yes = runtime.fromJava(true);
        this.none = runtime.fromJava(null);
        Object globals = newDict();
        Object code = runtime.compile(source(), "derived.py", "exec");
        runtime.close(runtime.eval(code, globals, null));
        runtime.close(code);
        lookUpAll(globals);
        this.missing = item(globals, "MISSING");
        runtime.close(globals);
        know(BuiltinType.values());
    }

    private void know(BuiltinType... types) {
        Object[] names = new Object[types.length];
        for (BuiltinType type : types) {
            names[type.number()] = runtime.fromJava(type.pythonName());
        }
        runtime.close(call("know", names));
        for (Object name : names) {
            runtime.close(name);
        }
    }

    private Object newDict() {
        Object builtins = runtime.importModule("builtins");
        Object dict = runtime.getAttr(builtins, "dict");
        Object made = runtime.call(dict, NOTHING, Map.of());
        runtime.close(dict);
        runtime.close(builtins);
        return made;
    }

    private Object item(Object dict, String name) {
        Object key = runtime.fromJava(name);
        Object value = runtime.getItem(dict, key);
        runtime.close(key);
        return value;
    }

    private void lookUpAll(Object globals) {
        Object lister = item(globals, "functions");
        Object iterator = runtime.call(lister, NOTHING, Map.of());
        for (Object name; (name = runtime.next(iterator)) != null; ) {
            functions.put(text(name), Objects.requireNonNull(runtime.next(iterator)));
        }
        runtime.close(iterator);
        runtime.close(lister);
    }

    private static String source() {
        try (InputStream in = DerivedPython.class.getResourceAsStream("derived.py")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a function, borrowed. */
    Object function(String name) {
        Object function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("derived.py has no function " + name);
        }
        return function;
    }

    /** Calls a function, and returns its result. */
    Object call(String name, Object... arguments) {
        return runtime.call(function(name), arguments, Map.of());
    }

    /** Returns whether a reference is {@code True}. Consumes the reference. */
    boolean truth(Object reference) {
        try {
            return runtime.is(reference, yes);
        } finally {
            runtime.close(reference);
        }
    }

    /** Returns the value of an {@code int} of at most 64 bits. Consumes the reference. */
    long number(Object reference) {
        try {
            return runtime.asLong(reference, 0);
        } finally {
            runtime.close(reference);
        }
    }

    /** Returns the text of a {@code str}. Consumes the reference. */
    String text(Object reference) {
        try {
            return runtime.asString(reference);
        } finally {
            runtime.close(reference);
        }
    }
}
