package dev.sanca.programs;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBaseException;
import dev.sanca.types.PyBool;
import dev.sanca.types.PyBuffer;
import dev.sanca.types.PyByteArray;
import dev.sanca.types.PyBytes;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyCallable;
import dev.sanca.types.PyCapsule;
import dev.sanca.types.PyCode;
import dev.sanca.types.PyComplex;
import dev.sanca.types.PyDate;
import dev.sanca.types.PyDateTime;
import dev.sanca.types.PyDelta;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyEllipsis;
import dev.sanca.types.PyFloat;
import dev.sanca.types.PyFrame;
import dev.sanca.types.PyFrozenSet;
import dev.sanca.types.PyFunction;
import dev.sanca.types.PyGenericAlias;
import dev.sanca.types.PyInt;
import dev.sanca.types.PyIterator;
import dev.sanca.types.PyList;
import dev.sanca.types.PyMapping;
import dev.sanca.types.PyMappingProxy;
import dev.sanca.types.PyMemoryView;
import dev.sanca.types.PyModule;
import dev.sanca.types.PyNone;
import dev.sanca.types.PyNotImplemented;
import dev.sanca.types.PyRange;
import dev.sanca.types.PySequence;
import dev.sanca.types.PySet;
import dev.sanca.types.PySlice;
import dev.sanca.types.PyString;
import dev.sanca.types.PySuper;
import dev.sanca.types.PyTime;
import dev.sanca.types.PyTraceback;
import dev.sanca.types.PyTuple;
import dev.sanca.types.PyType;
import dev.sanca.types.PyTzInfo;
import dev.sanca.types.PyWeakref;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of a public method, with an object that it is called on.
 *
 * @param name how it is printed
 * @param expression a Python expression, whose value the call gets
 * @param type the class of the reference to it
 * @param body the call
 */
record PublicCall(String name, String expression, Class<? extends PyAny> type, Body body) {
    /** Calls the method; what it returns is left to the scope. */
    @FunctionalInterface
    interface Body {
        void run(Python py, PyAny target) throws Throwable;
    }

    private static final String TYPES = "__import__('types')";

    /** An object of each Python type that has a class of its own in Java. */
    private static final List<String> OBJECTS = List.of(
            "object()",
            "True",
            "7",
            "10**30",
            "2.5",
            "1+2j",
            "'text' * 3",
            "'\\u0107\\U0001f40d'",
            "b'bytes'",
            "bytearray(b'bytes')",
            "memoryview(b'bytes')",
            "[1, 'x', [2.5]]",
            "(1, 'x', 2.5)",
            "{'x': 1, 'y': [2]}",
            "{1, 'x'}",
            "frozenset({1, 'x'})",
            "iter([1, 'x'])",
            "range(3)",
            "slice(1, 2)",
            "int",
            TYPES + ".ModuleType('m')",
            "len",
            "lambda *a, **k: [a, k]",
            "(lambda: 0).__code__",
            TYPES + ".MappingProxyType({'x': 1})",
            "__import__('datetime').date(2026, 12, 1)",
            "__import__('datetime').time(1, 2)",
            "__import__('datetime').datetime(2026, 12, 1)",
            "__import__('datetime').timedelta(1)",
            "__import__('datetime').timezone.utc",
            "ValueError('x', 1)",
            "None",
            "...",
            "NotImplemented",
            "list[int]",
            "__import__('weakref').ref(type('T', (), {}))");

    private static final List<Class<? extends PyAny>> CLASSES = List.of(
            PyAny.class,
            PyBaseException.class,
            PyBool.class,
            PyBuffer.class,
            PyByteArray.class,
            PyBytes.class,
            PyCFunction.class,
            PyCallable.class,
            PyCapsule.class,
            PyCode.class,
            PyComplex.class,
            PyDate.class,
            PyDateTime.class,
            PyDelta.class,
            PyDict.class,
            PyEllipsis.class,
            PyFloat.class,
            PyFrame.class,
            PyFrozenSet.class,
            PyFunction.class,
            PyGenericAlias.class,
            PyInt.class,
            PyIterator.class,
            PyList.class,
            PyMapping.class,
            PyMappingProxy.class,
            PyMemoryView.class,
            PyModule.class,
            PyNone.class,
            PyNotImplemented.class,
            PyRange.class,
            PySequence.class,
            PySet.class,
            PySlice.class,
            PyString.class,
            PySuper.class,
            PyTime.class,
            PyTraceback.class,
            PyTuple.class,
            PyType.class,
            PyTzInfo.class,
            PyWeakref.class);

    /** Objects on which the methods that all have are called: those of different slots. */
    private static final Set<String> SOME = Set.of(
            "object()",
            "7",
            "'text' * 3",
            "[1, 'x', [2.5]]",
            "{'x': 1, 'y': [2]}",
            "bytearray(b'bytes')",
            "lambda *a, **k: [a, k]",
            "__import__('datetime').datetime(2026, 12, 1)");

    /**
     * CPython itself ends the process: {@code ~True} warns, and a warning without a Python frame around it follows a null
     * pointer if it gets no memory. A thread of plain {@code python3} whose function is {@code operator.invert} does too.
     */
    private static final Set<String> CPYTHON_CRASHES =
            Set.of("True PyAny.invert[]", "True PyInt.invert[]", "True PyBool.invert[]");

    /** These wait, end the reference that the test needs, or are asked for by Java's own classes only. */
    private static final Set<String> LEFT_OUT = Set.of("close", "getClass", "wait", "notify", "notifyAll");

    PyAny target(Python py) {
        return py.eval(expression).cast(type);
    }

    void run(Python py, PyAny target) throws Throwable {
        body.run(py, target);
    }

    /**
     * Returns every public method of the classes of references, on an object of each; and those of tokens and detached references.
     *
     * @param part a part of the names of those to return
     */
    static List<PublicCall> all(String part) {
        List<PublicCall> all = new ArrayList<>();
        for (String object : OBJECTS) {
            for (Class<? extends PyAny> type : CLASSES) {
                if (type == PyAny.class ? SOME.contains(object) : isInstance(object, type)) {
                    methods(type).forEach(method -> of(object, type, method).ifPresent(all::add));
                }
            }
        }
        all.addAll(ofTokens());
        all.removeIf(
                call -> CPYTHON_CRASHES.contains(call.name()) || !call.name().contains(part));
        return all;
    }

    private static boolean isInstance(String object, Class<? extends PyAny> type) {
        return Python.attach(py -> py.eval(object).tryCast(type).isPresent());
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !m.isSynthetic() && !LEFT_OUT.contains(m.getName()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static Optional<PublicCall> of(String object, Class<? extends PyAny> type, Method method) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = argument(method, types[i]);
            if (arguments[i] == null) {
                return Optional.empty();
            }
        }
        String name = object + " " + method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.toString(Arrays.stream(types).map(Class::getSimpleName).toArray());
        return Optional.of(new PublicCall(name, object, type, (py, target) -> invoke(method, target, arguments)));
    }

    private static void invoke(Method method, PyAny target, @Nullable Object[] arguments) throws Throwable {
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Returns an argument of the type, or {@code null} if the method is asked with none of these. */
    private static @Nullable Object argument(Method method, Class<?> type) {
        if (type == Class.class) {
            return method.getName().contains("ast") ? PyAny.class : Object.class;
        } else if (type == TypeRef.class) {
            return new TypeRef<List<Object>>() {};
        } else if (type == String.class || type == CharSequence.class) {
            return "x";
        } else if (type == Object.class) {
            return method.getName().equals("equals") ? "x" : (Object) 1L;
        } else if (type == Object[].class) {
            return new Object[] {1L, Kwargs.of("x", "y")};
        } else if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == double.class) {
            return 1.5;
        } else if (type == boolean.class) {
            return true;
        } else if (type == byte[].class) {
            return new byte[] {1, 2};
        } else if (type == Map.class) {
            return Map.of("x", 1);
        } else if (type == Iterable.class || type == List.class) {
            return List.of(1, "x");
        }
        return null;
    }

    private static PublicCall token(String name, Body body) {
        return new PublicCall("token " + name, "[1, 'x']", PyAny.class, body);
    }

    /** Without what compiles source code: CPython's compiler follows null pointers itself where it gets no memory. */
    private static List<PublicCall> ofTokens() {
        List<PublicCall> calls = new ArrayList<>();
        Map<String, Object> values = Map.ofEntries(
                Map.entry("of long", 1L << 40),
                Map.entry("of double", 2.5),
                Map.entry("of text", "text"),
                Map.entry("of BigInteger", BigInteger.TEN.pow(40)),
                Map.entry("of BigDecimal", new BigDecimal("1.25")),
                Map.entry("of list", List.of(1, "x", List.of(2.5))),
                Map.entry("of set", Set.of(1, 2)),
                Map.entry("of map", Map.of("x", List.of(1))),
                Map.entry("of array", new long[] {1, 2}),
                Map.entry("of bytes", new byte[] {1, 2}),
                Map.entry("of optional", Optional.of("x")),
                Map.entry("of record", new Pair(1, "x")),
                Map.entry("of date", LocalDate.EPOCH),
                Map.entry("of duration", Duration.ofSeconds(1)),
                Map.entry("of UUID", new UUID(1, 2)),
                Map.entry("of enum", Thread.State.NEW),
                Map.entry("of object", new StringBuilder("x")));
        values.forEach((name, value) -> calls.add(token(name, (py, target) -> py.of(value))));
        calls.add(token("import", (py, target) -> py.importModule("json")));
        calls.add(token("list", (py, target) -> py.list(1, "x", target)));
        calls.add(token("tuple", (py, target) -> py.tuple(1, "x", target)));
        calls.add(token("set", (py, target) -> py.set(1, "x")));
        calls.add(token("bytes", (py, target) -> py.bytes((byte) 1)));
        calls.add(token("function", (py, target) -> py.function("f", (p, a, k) -> 1)));
        calls.add(token(
                "callback",
                (py, target) -> py.function("f", (p, a, k) -> a.get(0)).call(target)));
        calls.add(token(
                "callback that fails",
                (py, target) -> py.function("f", (p, a, k) -> {
                            throw new IllegalArgumentException("x");
                        })
                        .call(target)));
        calls.add(token("Py", (py, target) -> {
            try (Py<PyAny> held = Py.of(target);
                    Py<PyAny> copy = held.copy()) {
                copy.bind(py);
            }
        }));
        calls.add(token("Py.as", (py, target) -> {
            try (Py<PyAny> held = Py.of(target.getAttr("append"))) {
                held.as(Sink.class).accept("x");
            }
        }));
        calls.add(token(
                "attach", (py, target) -> Python.attach(inner -> inner.of(1).asLong())));
        calls.add(token(
                "detach",
                (py, target) ->
                        py.detach(() -> Python.attach(inner -> inner.none().isNone()))));
        calls.add(token("iterate", (py, target) -> {
            for (PyAny item : target) {
                item.str();
            }
        }));
        calls.add(token("view", (py, target) -> target.cast(PyList.class).append("x")));
        return calls;
    }

    /** A record, which becomes a dict. */
    record Pair(int number, String text) {}

    /** What a Python function is called through. */
    interface Sink {
        void accept(String text);
    }
}
