package dev.sanca.scripting;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** An engine of Python, on the default runtime of Sanca. Any thread. */
final class PythonScriptEngine extends AbstractScriptEngine implements Compilable, Invocable {
    private static final String UNNAMED = "<script>";

    private final PythonScriptEngineFactory factory;

    /** The namespaces of bindings that are not Sanca's. */
    private final Map<Bindings, Namespace> others = new WeakHashMap<>();

    PythonScriptEngine(PythonScriptEngineFactory factory) {
        super(new PythonBindings());
        this.factory = factory;
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    @Override
    public Bindings createBindings() {
        return new PythonBindings();
    }

    // ---- scripts ----

    @Override
    public @Nullable Object eval(String script, ScriptContext context) throws ScriptException {
        return compile(script, fileName(context)).eval(context);
    }

    @Override
    public @Nullable Object eval(Reader reader, ScriptContext context) throws ScriptException {
        return eval(text(reader), context);
    }

    @Override
    public CompiledScript compile(String script) throws ScriptException {
        return compile(script, fileName(getContext()));
    }

    @Override
    public CompiledScript compile(Reader reader) throws ScriptException {
        return compile(text(reader));
    }

    private Script compile(String script, String fileName) throws ScriptException {
        Objects.requireNonNull(script, "script");
        return Python.<Script, ScriptException>attach(py -> Script.of(py, this, script, fileName));
    }

    private static String fileName(ScriptContext context) {
        return context.getAttribute(ScriptEngine.FILENAME) instanceof String name ? name : UNNAMED;
    }

    private static String text(Reader reader) throws ScriptException {
        try {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new ScriptException(e);
        }
    }

    // ---- contexts ----

    /** What runs with the global variables of a context. */
    interface Body {
        @Nullable
        Object run(PyDict globals) throws NoSuchMethodException;
    }

    /** Runs a body with the variables and streams of a context. */
    @Nullable
    Object inContext(Python py, ScriptContext context, String fileName, Body body) throws ScriptException {
        try {
            return run(py, context, body);
        } catch (Exception e) {
            throw ScriptErrors.of(py, e, fileName);
        }
    }

    private @Nullable Object run(Python py, ScriptContext context, Body body) throws NoSuchMethodException {
        Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
        Namespace namespace = namespace(py, bindings);
        namespace.enter(py, context.getBindings(ScriptContext.GLOBAL_SCOPE));
        try (PyDict globals = namespace.globals(py)) {
            if (bindings instanceof PythonBindings) {
                return run(py, context, globals, body);
            }
            bindings.forEach(globals::setItem);
            try (PyAny before = globals.callMethod("copy")) {
                try {
                    return run(py, context, globals, body);
                } finally {
                    copyBack(py, globals, before, bindings);
                }
            }
        }
    }

    private static @Nullable Object run(Python py, ScriptContext context, PyDict globals, Body body)
            throws NoSuchMethodException {
        ScriptStreams.enter(py, context);
        try {
            return body.run(globals);
        } finally {
            ScriptStreams.leave(py);
        }
    }

    private Namespace namespace(Python py, Bindings bindings) {
        if (bindings instanceof PythonBindings own) {
            return own.namespace(py);
        }
        synchronized (others) {
            return others.computeIfAbsent(bindings, b -> new Namespace(py));
        }
    }

    private static void copyBack(Python py, PyDict globals, PyAny before, Bindings bindings) {
        PythonHelpers helpers = PythonHelpers.of(py);
        for (PyAny name : helpers.call(py, "changed", globals, before)) {
            String text = name.str();
            if (!text.isEmpty()) {
                bindings.put(text, Values.toJava(globals.getItem(text)));
            }
        }
        for (PyAny name : helpers.call(py, "removed", globals, before)) {
            bindings.remove(name.str());
        }
    }

    // ---- calls ----

    @Override
    public @Nullable Object invokeFunction(String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        Objects.requireNonNull(name, "name");
        return invoke(globals -> {
            if (!globals.contains(name)) {
                throw new Missing("no function " + name + " in the engine's variables");
            }
            try (PyAny function = globals.getItem(name)) {
                return call(function, name, arguments);
            }
        });
    }

    @Override
    public @Nullable Object invokeMethod(Object object, String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        Objects.requireNonNull(name, "name");
        if (object == null) {
            throw new IllegalArgumentException("a method is called of an object that a script gave, not of null");
        }
        return invoke(globals -> Python.<@Nullable Object, NoSuchMethodException>attach(py -> {
            try (PyAny target = py.of(object)) {
                if (!target.hasAttr(name)) {
                    throw new Missing(
                            "no method " + name + " of a " + target.type().name());
                }
                try (PyAny method = target.getAttr(name)) {
                    return call(method, name, arguments);
                }
            }
        }));
    }

    private static @Nullable Object call(PyAny function, String name, @Nullable Object... arguments)
            throws NoSuchMethodException {
        if (!function.isCallable()) {
            throw new Missing(
                    name + " cannot be called: it is a " + function.type().name());
        }
        return Values.toJava(function.call(arguments == null ? new Object[0] : arguments));
    }

    private @Nullable Object invoke(Body body) throws ScriptException, NoSuchMethodException {
        try {
            return Python.<@Nullable Object, ScriptException>attach(
                    py -> inContext(py, getContext(), fileName(getContext()), body));
        } catch (ScriptException e) {
            if (e.getCause() instanceof Missing missing) {
                throw missing;
            }
            throw e;
        }
    }

    /** What this class throws, and not a function of Java that the script calls. */
    private static final class Missing extends NoSuchMethodException {
        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message);
        }
    }

    @Override
    public <T> @Nullable T getInterface(Class<T> type) {
        List<String> methods = checkedMethods(type);
        return Python.attach(py -> {
            try (PyDict globals = namespace(py, getBindings(ScriptContext.ENGINE_SCOPE))
                            .globals(py);
                    PyAny has = PythonHelpers.of(py).call(py, "has_functions", globals, methods);
                    PyAny functions = PythonHelpers.of(py).call(py, "Functions", globals)) {
                return has.isTruthy() ? view(functions, type) : null;
            }
        });
    }

    @Override
    public <T> @Nullable T getInterface(Object object, Class<T> type) {
        List<String> methods = checkedMethods(type);
        if (object == null) {
            throw new IllegalArgumentException("an interface is made of an object that a script gave, not of null");
        }
        return Python.attach(py -> {
            try (PyAny target = py.of(object)) {
                return methods.stream().allMatch(target::hasAttr) ? view(target, type) : null;
            }
        });
    }

    private static <T> T view(PyAny target, Class<T> type) {
        return Py.of(target).as(type); // the view keeps the reference
    }

    /** Returns the names of the methods that an implementation must have. */
    private static List<String> checkedMethods(Class<?> type) {
        if (type == null || !type.isInterface()) {
            throw new IllegalArgumentException("not an interface: " + type);
        }
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getName)
                .distinct()
                .toList();
    }
}
