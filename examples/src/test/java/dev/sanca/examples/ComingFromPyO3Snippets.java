package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyInt;
import dev.sanca.types.PyList;
import dev.sanca.types.PyModule;
import dev.sanca.types.PyString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The right-hand column of docs/coming-from-pyo3.md. */
class ComingFromPyO3Snippets {
    private Python py;

    @BeforeEach
    void attach() {
        py = Python.attach();
    }

    @AfterEach
    void detach() {
        py.close();
        assertThat(Python.stats().liveBound()).isZero();
    }

    @Test
    void attaching() {
        try (Python inner = Python.attach()) {
            assertThat(inner.isOpen()).isTrue();
        }
        long answer = Python.attach(py -> py.eval("6 * 7").asLong());
        assertThat(answer).isEqualTo(42);
        Optional<Python> attached = Python.tryAttach();
        attached.orElseThrow().close();
        Optional<Long> tried = Python.tryAttach(py -> py.eval("6 * 7").asLong());
        assertThat(tried).contains(42L);
        int one = py.detach(() -> 1);
        assertThat(one).isEqualTo(1);
        py.checkSignals();
        assertThat(Python.version()).startsWith("3.");
    }

    @Test
    void owning() {
        PyList list = py.list(1, 2, 3);
        Py<PyList> kept = Py.of(list);
        PyList again = kept.bind(py);
        Py<PyList> second = kept.copy();
        PyList owner = second.moveTo(py);
        Py<PyList> moved = Py.move(owner);
        assertThat(again.is(list)).isTrue();
        moved.close();
        kept.close();
        list.close();
        try (Scope scope = py.scope()) {
            PyAny longest = scope.keep(py.string("outlives the scope"));
            assertThat(longest.isAlive()).isTrue();
        }
    }

    @Test
    void running() {
        PyDict globals = py.dict();
        PyDict locals = py.dict();
        PyModule math = py.importModule("math");
        PyAny answer = py.eval("6 * 7");
        PyAny sum = py.eval("1 + 1", globals, locals);
        py.run("x = 1", globals);
        PyModule module = py.moduleFromCode("def twice(n): return 2 * n", "twice.py", "twice");
        assertThat(math.getAttr("pi").asDouble()).isGreaterThan(3);
        assertThat(answer.add(sum).asLong()).isEqualTo(44);
        assertThat(globals.getItem("x").asInt()).isOne();
        assertThat(module.callMethod("twice", 21).asInt()).isEqualTo(42);
    }

    @Test
    void using() {
        PyAny any = py.list("a", "b");
        PyModule json = py.importModule("json");
        PyAny dumps = json.getAttr("dumps");
        PyAny text = dumps.call(any);
        PyAny indented = dumps.call(any, Kwargs.of("indent", 2));
        PyAny nothing = any.callMethod("append", "c");
        any.setItem(0, "z");
        PyAny first = any.getItem(0);
        assertThat(first.eq("z")).isTrue();
        assertThat(nothing.isNone()).isTrue();
        assertThat(text.str()).isEqualTo("[\"a\", \"b\"]");
        assertThat(indented.len()).isGreaterThan(text.len());
        assertThat(any.repr()).isEqualTo("['z', 'b', 'c']");
        int seen = 0;
        for (PyAny item : any) {
            seen += item.len();
        }
        assertThat(seen).isEqualTo(3);
        assertThat(any.is(first)).isFalse();
    }

    @Test
    void casting() {
        PyAny any = py.eval("[1, 2]");
        PyList list = any.cast(PyList.class);
        PyList exact = any.castExact(PyList.class);
        Optional<PyDict> dict = any.tryCast(PyDict.class);
        assertThat(list.len()).isEqualTo(exact.len());
        assertThat(dict).isEmpty();
        assertThat(any.tryCast(PyList.class)).isPresent();
    }

    @Test
    void converting() {
        PyAny number = py.of(42);
        PyInt integer = py.integer(42);
        PyString string = py.string("text");
        PyList list = py.list(1, 2, 3);
        PyAny none = py.none();
        long value = number.as(long.class);
        List<Long> values = list.as(new TypeRef<List<Long>>() {});
        assertThat(value).isEqualTo(integer.asLong());
        assertThat(values).containsExactly(1L, 2L, 3L);
        assertThat(string.asString()).isEqualTo("text");
        assertThat(none.isNone()).isTrue();
        PyAny table = py.of(Map.of("one", List.of(1)));
        assertThat(table.getItem("one").len()).isOne();
    }

    @Test
    void failing() {
        try {
            py.eval("1 / 0");
        } catch (PythonException e) {
            boolean matches = e.matches(py, "ZeroDivisionError");
            assertThat(matches).isTrue();
            assertThat(e.value().bind(py).str()).contains("zero");
            assertThat(e.typeName()).isEqualTo("ZeroDivisionError");
        }
    }

    @Test
    void callingBack() {
        PyCFunction twice = py.function(
                "twice", (token, arguments, keywords) -> arguments.getFirst().mul(2));
        assertThat(twice.call(21).asInt()).isEqualTo(42);
        PyCFunction refuse = py.function("refuse", (token, arguments, keywords) -> {
            throw new IllegalArgumentException("no");
        });
        assertThatThrownBy(refuse::call).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void restoring() {
        PyCFunction divide = py.function("divide", (py, arguments, keywords) -> {
            try {
                return py.eval("1 / 0");
            } catch (PythonException e) {
                e.restore(py);
                return null;
            }
        });
        assertThatThrownBy(divide::call).hasMessage("ZeroDivisionError: division by zero");
    }
}
