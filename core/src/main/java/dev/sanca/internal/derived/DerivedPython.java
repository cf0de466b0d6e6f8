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
 * A runtime that has started, with the functions that its operations are made of: those of {@code derived.py}, of module
 * {@code operator} and of {@code builtins}, by name.
 *
 * <p><b>Ownership:</b> references that come in are borrowed, those that go out are the caller's; the functions are kept as
 * long as the process lives.
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

    /** What {@code dict_get} returns if there is nothing. */
    final Object missing;

    /** Starts: defines the functions. */
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
            names[type.ordinal()] = runtime.fromJava(type.pythonName());
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

    /** A function, borrowed. */
    Object function(String name) {
        Object function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("derived.py has no function " + name);
        }
        return function;
    }

    /** Calls a function. */
    Object call(String name, Object... arguments) {
        return runtime.call(function(name), arguments, Map.of());
    }

    /** Whether a reference, which is closed, is {@code True}. */
    boolean truth(Object reference) {
        try {
            return runtime.is(reference, yes);
        } finally {
            runtime.close(reference);
        }
    }

    /** The value of an {@code int} that fits, which is closed. */
    long number(Object reference) {
        try {
            return runtime.asLong(reference, 0);
        } finally {
            runtime.close(reference);
        }
    }

    /** The text of a {@code str}, which is closed. */
    String text(Object reference) {
        try {
            return runtime.asString(reference);
        } finally {
            runtime.close(reference);
        }
    }
}
