package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonException;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyModule;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sanca's column of docs/coming-from-jep.md, docs/coming-from-jpype.md and docs/coming-from-graalpy.md. */
class ComingFromOthersSnippets {
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
    void configuring() {
        PythonConfig config = PythonConfig.builder().addPath(Path.of("python")).build();
        assertThat(config.path()).containsExactly(Path.of("python"));
        try (Python py = Python.attach()) {
            assertThat(py.isOpen()).isTrue();
        }
    }

    @Test
    void running() {
        PyDict globals = py.dict();
        py.run("def twice(n): return 2 * n", globals);
        globals.set("x", 21);
        PyAny answer = py.eval("twice(x)", globals);
        long number = globals.getItem("x").asLong();
        assertThat(answer.asInt()).isEqualTo(42);
        assertThat(number).isEqualTo(21);

        PyModule math = py.importModule("math");
        double root = math.callMethod("sqrt", 2.25).asDouble();
        assertThat(root).isEqualTo(1.5);
        PyAny round = py.eval("round");
        PyAny rounded = round.call(3.14159, Kwargs.of("ndigits", 2));
        assertThat(rounded.asDouble()).isEqualTo(3.14);
    }

    /** Has the Python methods that the tables use. */
    public interface Greeter {
        String greet(String name);
    }

    @Test
    void using() {
        py.run("""
                class G:
                    size = 3
                    def greet(self, name):
                        return 'hello ' + name
                """);
        PyAny object = py.eval("G()");
        long size = object.getAttr("size").asLong();
        object.setAttr("size", 4);
        String greeting = object.callMethod("greet", "Ada").asString();
        assertThat(size).isEqualTo(3);
        assertThat(object.hasAttr("size")).isTrue();
        assertThat(greeting).isEqualTo("hello Ada");
        try (Py<PyAny> kept = Py.of(object)) {
            Greeter greeter = kept.as(Greeter.class);
            assertThat(greeter.greet("Bo")).isEqualTo("hello Bo");
        }

        PyAny list = py.list(3, 4);
        PyAny item = list.getItem(0);
        list.setItem(0, 5);
        int length = list.len();
        List<?> values = list.as(List.class);
        assertThat(item.asInt()).isEqualTo(3);
        assertThat(length).isEqualTo(2);
        assertThat(values).isEqualTo(List.of(5L, 4L));
        assertThat(list.isNone()).isFalse();
        assertThat(round().isCallable()).isTrue();
        Object any = list.as(Object.class);
        assertThat(any).isEqualTo(values);
        PyAny dict = py.of(Map.of("one", 1));
        assertThat(dict.isInstance(py.eval("dict"))).isTrue();
    }

    private PyAny round() {
        return py.eval("round");
    }

    @Test
    void sharing() {
        PyModule numpy = py.importModule("numpy");
        MemorySegment memory = Arena.ofAuto().allocate(24);
        PyAny array = numpy.callMethod("frombuffer", memory, Kwargs.of("dtype", "float64"));
        PyAny copied = numpy.callMethod("asarray", new double[] {1, 2, 3});
        double[] back = copied.as(double[].class);
        MemorySegment pythons = copied.as(MemorySegment.class);
        assertThat(array.len()).isEqualTo(3);
        assertThat(back).containsExactly(1, 2, 3);
        assertThat(pythons.byteSize()).isEqualTo(24);
    }

    @Test
    void failing() {
        try {
            py.eval("{}['x']");
        } catch (PythonException e) {
            assertThat(e.matches(py, "KeyError")).isTrue();
            assertThat(e.typeName()).isEqualTo("KeyError");
        }
    }

    @Test
    void callingBack() {
        PyCFunction twice = py.function(
                "twice", (token, arguments, keywords) -> arguments.getFirst().mul(2));
        assertThat(twice.call(21).asInt()).isEqualTo(42);
        String other = py.detach(() -> "other threads run Python meanwhile");
        assertThat(other).isNotEmpty();
    }

    @Test
    void keeping() {
        PyAny object = py.list();
        Py<PyAny> kept = Py.of(object);
        PyAny bound = kept.bind(py);
        assertThat(bound.is(object)).isTrue();
        object.close();
        kept.close();
        long answer = Python.attach(py -> py.eval("6 * 7").asLong());
        assertThat(answer).isEqualTo(42);
    }
}
