package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.convert.TypeRef;
import dev.sanca.testing.OwnershipExtension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers of subclasses are what Python code sees of them, on every way; numbers and texts are their values. */
@ExtendWith(OwnershipExtension.class)
class SubclassTest {
    private static final String CODE = """
            class Tens:
                def __len__(self):
                    return super().__len__() + 1
                def __getitem__(self, i):
                    if i == len(self) - 1:
                        return 99
                    return super().__getitem__(i) * 10
                def __iter__(self):
                    return iter([self[i] for i in range(len(self))])
            class TensList(Tens, list): pass
            class TensTuple(Tens, tuple): pass
            class IterOnly(list):
                def __iter__(self):
                    return iter([7, 8, 9, 10])
            class IterOnlyTuple(tuple):
                def __iter__(self):
                    return iter([7, 8, 9, 10])
            class Plain(list): pass
            class PlainTuple(tuple): pass
            """;

    private static PyAny make(Python py, String expression) {
        PyDict globals = py.dict();
        py.run(CODE, globals);
        return py.eval(expression, globals);
    }

    private static List<Integer> iterated(Iterable<PyAny> elements) {
        List<Integer> all = new ArrayList<>();
        elements.forEach(e -> all.add(e.asInt()));
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TensList([1, 2])",
                "TensTuple((1, 2))",
                "IterOnly([1, 2])",
                "IterOnlyTuple((1, 2))",
                "Plain([1, 2])",
                "PlainTuple((1, 2))",
                "[1, 2]",
                "(1, 2)"
            })
    void allElementsAreThoseOfPythonsList(String expression) {
        try (Python py = Python.attach()) {
            PyAny x = make(py, expression);
            List<Integer> expected = iterated(py.eval("list").call(x));
            assertThat(x.as(new TypeRef<List<Integer>>() {})).isEqualTo(expected);
            assertThat(x.as(new TypeRef<java.util.ArrayDeque<Integer>>() {})).containsExactlyElementsOf(expected);
            assertThat(x.as(int[].class)).containsExactly(expected.toArray(new Integer[0]));
            assertThat(x.as(long[].class)).hasSize(expected.size());
            assertThat(x.as(double[].class)).hasSize(expected.size());
            assertThat(x.as(Integer[].class)).containsExactly(expected.toArray(new Integer[0]));
            assertThat(iterated(x)).isEqualTo(expected);
            assertThat((List<?>) x.as(List.class)).hasSize(expected.size());
            assertThat((List<?>) x.as(Object.class)).hasSize(expected.size());
            assertThat(x.as(new TypeRef<java.util.stream.Stream<Integer>>() {}).toList())
                    .isEqualTo(expected);
            x.tryCast(PyList.class).ifPresent(list -> {
                assertThat(iterated(list.asList())).isEqualTo(expected);
                assertThat(iterated(new ArrayList<>(list.asList()))).isEqualTo(expected);
                assertThat(list.asList().stream().map(PyAny::asInt).toList()).isEqualTo(expected);
            });
        }
    }

    @Test
    void oneElementIsThatOfPythonsIndex() {
        try (Python py = Python.attach()) {
            PyList list = make(py, "TensList([1, 2])").cast(PyList.class);
            assertThat(list.get(1).asInt()).isEqualTo(20);
            assertThat(list.get(2).asInt()).isEqualTo(99);
            assertThat(list.getItem(2).asInt()).isEqualTo(99);
            assertThat(list.asList().get(2).asInt()).isEqualTo(99);
            assertThat(list.asList()).hasSize(3);
            assertThat(list.len()).isEqualTo(3);
            for (int index : new int[] {-1, 3, Integer.MIN_VALUE}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.get(index));
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.set(index, 1));
            }
            PyTuple tuple = make(py, "TensTuple((1, 2))").cast(PyTuple.class);
            assertThat(tuple.get(0).asInt()).isEqualTo(10);
            assertThat(tuple.get(2).asInt()).isEqualTo(99);
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tuple.get(3));
        }
    }

    @Test
    void viewOfASubclassCanBeChangedWhileIterated() {
        try (Python py = Python.attach()) {
            PyList list = make(py, "Plain([1, 2, 3, 4, 5, 6])").cast(PyList.class);
            List<PyAny> view = list.asList();
            assertThat(view.removeIf(e -> e.asInt() % 2 == 0)).isTrue();
            assertThat(list.str()).isEqualTo("[1, 3, 5]");
            list.append(7);
            view.add(py.of(8));
            assertThat(list.str()).isEqualTo("[1, 3, 5, 7, 8]");
            view.clear();
            assertThat(list.len()).isZero();
        }
    }

    @Test
    void appendIsThatOfTheSubclass() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            py.run("""
                    class Twice(list):
                        def append(self, x):
                            super().append(x)
                            super().append(x)
                    """, globals);
            PyList list = py.eval("Twice()", globals).cast(PyList.class);
            list.append(1);
            assertThat(list.str()).isEqualTo("[1, 1]");
        }
    }

    @Test
    void dictIsWhatPythonSees() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            py.run("""
                    import collections
                    class Lower(dict):
                        def __getitem__(self, key):
                            return super().__getitem__(key.lower())
                        def __contains__(self, key):
                            return super().__contains__(key.lower())
                        def get(self, key, default=None):
                            return self[key] if key in self else default
                        def keys(self):
                            return [k.upper() for k in super().keys()]
                        def values(self):
                            return [self[k] for k in self.keys()]
                        def items(self):
                            return [(k, self[k]) for k in self.keys()]
                        def __len__(self):
                            return len(self.keys())
                    lower = Lower(a=1, b=2)
                    ordered = collections.OrderedDict(a=1, b=2)
                    ordered.move_to_end('a')
                    default = collections.defaultdict(int, a=1)
                    """, globals);
            PyDict lower = py.eval("lower", globals).cast(PyDict.class);
            Map<String, Integer> expected = new LinkedHashMap<>();
            expected.put("A", 1);
            expected.put("B", 2);
            assertThat(lower.as(new TypeRef<Map<String, Integer>>() {})).isEqualTo(expected);
            assertThat(lower.get("B").asInt()).isEqualTo(2);
            assertThat(lower.get("C")).isNull();
            assertThat(lower.asMap().get(py.of("A")).asInt()).isEqualTo(1);
            assertThat(lower.keys().str()).isEqualTo("['A', 'B']");
            assertThat(lower.values().str()).isEqualTo("[1, 2]");
            assertThat(lower.items().str()).isEqualTo("[('A', 1), ('B', 2)]");
            assertThat(lower.asMap()).hasSize(2);
            List<String> keys = new ArrayList<>();
            lower.asMap().forEach((k, v) -> keys.add(k.str()));
            assertThat(keys).containsExactly("A", "B");

            PyDict ordered = py.eval("ordered", globals).cast(PyDict.class);
            assertThat(ordered.as(new TypeRef<Map<String, Integer>>() {}).keySet())
                    .containsExactly("b", "a");
            assertThat(ordered.keys().str()).isEqualTo("['b', 'a']");
            PyDict byDefault = py.eval("default", globals).cast(PyDict.class);
            assertThat(byDefault.get("missing")).isNull();
            assertThat(byDefault.len()).isEqualTo(1);
        }
    }

    @Test
    void numbersAndTextsAreTheirValues() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            py.run("""
                    class I(int):
                        def __int__(self): return 1
                        def __index__(self): return 2
                    class F(float):
                        def __float__(self): return 1.0
                    class S(str):
                        def __str__(self): return 'other'
                        def __len__(self): return 1
                    class B(bytes):
                        def __len__(self): return 1
                        def __iter__(self): return iter([1])
                    """, globals);
            assertThat(py.eval("I(42)", globals).asLong()).isEqualTo(42);
            assertThat(py.eval("I(2**70)", globals).as(java.math.BigInteger.class))
                    .isEqualTo(java.math.BigInteger.TWO.pow(70));
            assertThat(py.eval("F(2.5)", globals).asDouble()).isEqualTo(2.5);
            assertThat(py.eval("F(2.5)", globals).as(Object.class)).isEqualTo(2.5);
            assertThat(py.eval("S('text')", globals).asString()).isEqualTo("text");
            assertThat(py.eval("S('text')", globals).as(Object.class)).isEqualTo("text");
            assertThat(py.eval("B(b'abc')", globals).as(byte[].class)).containsExactly('a', 'b', 'c');
        }
    }
}
