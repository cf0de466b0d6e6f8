package dev.sanca.benchmarks;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;

/** A program that uses most of the hot paths with changing types of arguments. */
final class Everything {
    private Everything() {}

    static void run(Python py, int rounds) {
        py.run("""
                def everything(*positional, **named):
                    return len(positional) + len(named)
                class Everything:
                    x = 1
                    def method(self, *positional, **named):
                        return self
                """);
        try (PyAny function = py.eval("everything");
                PyAny object = py.eval("Everything()")) {
            for (int i = 0; i < rounds; i++) {
                try (Scope scope = py.scope()) {
                    once(py, function, object, i);
                }
            }
        }
    }

    private static void once(Python py, PyAny function, PyAny object, int i) {
        Object argument = switch (i % 5) {
            case 0 -> i;
            case 1 -> (long) i << 20;
            case 2 -> "text";
            case 3 -> i / 3.0;
            default -> object;
        };
        function.call();
        function.call(argument);
        function.call(argument, i, object, Kwargs.of("a", i, "b", argument));
        object.callMethod("method", argument).callMethod("method");
        object.setAttr("y", argument);
        object.getAttr(i % 2 == 0 ? "x" : "y").isTruthy();
        object.hasAttr(i % 2 == 0 ? "x" : "z");
        PyAny number = py.of(i);
        number.add(i).mul(number).sub(i / 2.0).lt(number);
        number.eq(argument);
        containers(py, argument, i);
        try (Python nested = Python.attach()) {
            nested.none().close();
        }
    }

    private static void containers(Python py, Object argument, int i) {
        PyDict dict = py.dict();
        dict.setItem(argument, i);
        dict.getItem(argument).asLong();
        dict.contains(i);
        PyList list = py.list(argument, i, "text");
        list.get(1).asLong();
        list.getItem(2).str();
        list.append(argument);
        for (PyAny item : list) {
            item.type().close();
        }
        py.tuple(argument, i).get(0).close();
        py.floating(i).asDouble();
        list.cast(PyList.class).len();
    }
}
