package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.convert.TypeRef;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No element is lost between {@code hasNext} and {@code next}, whoever asks for the next one. */
@ExtendWith(OwnershipExtension.class)
class IteratorLookAheadTest {
    private static PyIterator abc(Python py) {
        return py.list("a", "b", "c").iterator();
    }

    private static List<String> rest(PyIterator iterator) {
        List<String> rest = new ArrayList<>();
        while (iterator.hasNext()) {
            rest.add(iterator.next().str());
        }
        return rest;
    }

    @Test
    void elementFetchedInAnInnerScopeOutlivesIt() {
        try (Python py = Python.attach()) {
            PyIterator iterator = py.list(1_000, 2_000, 3_000).iterator();
            try (Scope inner = py.scope()) {
                assertThat(inner.isOpen()).isTrue();
                assertThat(iterator.hasNext()).isTrue();
            }
            PyAny first = iterator.next();
            assertThat(first.isAlive()).isTrue();
            assertThat(first.asLong()).isEqualTo(1_000);
            assertThat(rest(iterator)).containsExactly("2000", "3000");
        }
    }

    @Test
    void elementBelongsToTheScopeThatIsInnermostAtNext() {
        try (Python py = Python.attach()) {
            PyIterator iterator = abc(py);
            iterator.hasNext();
            PyAny first;
            try (Scope inner = py.scope()) {
                first = iterator.next();
                assertThat(first.str()).isEqualTo("a");
                PyAny second = inner.keep(iterator.next());
                assertThat(second.str()).isEqualTo("b");
            }
            assertThat(first.isAlive()).isFalse();
            assertThat(rest(iterator)).containsExactly("c");
        }
    }

    @Test
    void elementFetchedInACallbackIsThereAfterwards() {
        try (Python py = Python.attach()) {
            PyIterator iterator = abc(py);
            py.function("look", (p, args, kwargs) -> iterator.hasNext()).call();
            assertThat(iterator.next().str()).isEqualTo("a");
            iterator.hasNext();
            PyAny b = py.function("take", (p, args, kwargs) -> iterator.next()).call();
            assertThat(b.str()).isEqualTo("b");
            assertThat(rest(iterator)).containsExactly("c");
        }
    }

    /** All ways from a reference to Python, as functions to a list of what Python sees. */
    static Stream<BiFunction<Python, PyIterator, PyAny>> waysToPython() {
        return Stream.of(
                (py, it) -> py.eval("list").call(it),
                (py, it) -> py.eval("lambda a, b: list(b)").call(1, it),
                (py, it) -> py.eval("lambda a, b, c: list(c)").call(1, 2, it),
                (py, it) -> py.eval("lambda a, b, c, d: list(d)").call(1, 2, 3, it),
                (py, it) -> py.eval("lambda x: list(x)").call(Kwargs.of("x", it)),
                (py, it) -> {
                    PyList list = py.list();
                    list.callMethod("extend", it);
                    return list;
                },
                (py, it) -> py.eval("lambda l: list(l[0])").call(py.list(it)),
                (py, it) -> py.eval("lambda l: list(l[0])").call(py.tuple(it, 1)),
                (py, it) -> py.eval("lambda l: list(l[0])").call(List.of(it)),
                (py, it) -> py.eval("list").call(py.of(it)),
                (py, it) -> py.eval("list").call(it.cast(PyIterator.class)),
                (py, it) -> py.eval("list").call(it.tryCast(PyAny.class).orElseThrow()),
                (py, it) -> py.eval("list").call(it.as(PyAny.class)),
                (py, it) -> {
                    try (Py<PyIterator> kept = Py.of(it)) {
                        return py.eval("list").call(kept);
                    }
                },
                (py, it) -> {
                    try (Py<PyIterator> kept = Py.move(it)) {
                        return py.eval("list").call(kept.bind(py));
                    }
                },
                (py, it) -> {
                    PyAny holder = py.eval("type('Holder', (), {})()");
                    holder.setAttr("it", it);
                    return py.eval("list").call(holder.getAttr("it"));
                },
                (py, it) -> {
                    PyDict dict = py.dict();
                    dict.set("it", it);
                    return py.eval("lambda d: list(d['it'])").call(dict);
                },
                (py, it) -> {
                    PyList list = py.list(0);
                    list.set(0, it);
                    list.append(it);
                    return py.eval("lambda l: list(l[1])").call(list);
                },
                (py, it) ->
                        py.eval("list").call(py.function("f", (p, a, k) -> it).call()),
                (py, it) -> py.of(it.as(new TypeRef<List<String>>() {})),
                (py, it) -> py.of(it.as(List.class)),
                (py, it) -> py.list((Object) it.as(String[].class)));
    }

    @ParameterizedTest
    @MethodSource("waysToPython")
    void pythonGetsTheFetchedElementToo(BiFunction<Python, PyIterator, PyAny> way) {
        try (Python py = Python.attach()) {
            PyIterator iterator = abc(py);
            iterator.hasNext();
            assertThat(way.apply(py, iterator).str()).contains("'a', 'b', 'c'");
        }
    }

    @Test
    void containsLooksAtTheFetchedElement() {
        try (Python py = Python.attach()) {
            PyIterator iterator = abc(py);
            iterator.hasNext();
            assertThat(iterator.contains("a")).isTrue();
            assertThat(rest(iterator)).containsExactly("b", "c");
        }
    }

    @Test
    void bothSidesTakeTurnsOnceItWasGiven() {
        try (Python py = Python.attach()) {
            PyIterator iterator = py.eval("iter(range(10, 18))").cast(PyIterator.class);
            PyAny next = py.eval("next");
            assertThat(next.call(iterator).asInt()).isEqualTo(10);
            iterator.hasNext();
            assertThat(next.call(iterator).asInt()).isEqualTo(11);
            assertThat(next.call(iterator).asInt()).isEqualTo(12);
            assertThat(iterator.next().asInt()).isEqualTo(13);
            iterator.hasNext();
            iterator.hasNext();
            assertThat(iterator.next().asInt()).isEqualTo(14);
            iterator.hasNext();
            assertThat(next.call(iterator).asInt()).isEqualTo(15);
            assertThat(rest(iterator)).containsExactly("16", "17");
            assertThat(py.eval("list").call(iterator).len()).isZero();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
        }
    }

    @Test
    void identityStaysThatOfTheIterator() {
        try (Python py = Python.attach()) {
            PyAny generator = py.eval("(x for x in 'abc')");
            PyIterator iterator = generator.cast(PyIterator.class);
            String type = iterator.type().str();
            long hash = iterator.hash();
            for (int step = 0; step < 3; step++) {
                assertThat(iterator.is(generator)).isTrue();
                assertThat(generator.is(iterator)).isTrue();
                assertThat(iterator.eq(generator)).isTrue();
                assertThat(iterator.eq(iterator)).isTrue();
                assertThat(iterator.hash()).isEqualTo(hash);
                assertThat(iterator.type().str()).isEqualTo(type);
                assertThat(iterator.getAttr("gi_running").asBoolean()).isFalse();
                if (step == 0) {
                    iterator.hasNext();
                } else {
                    py.list(iterator);
                }
            }
            PyIterator other = abc(py);
            other.hasNext();
            assertThat(other.is(iterator)).isFalse();
            assertThat(iterator.callMethod("send", (Object) null).str()).isEqualTo("b");
        }
    }

    @Test
    void twoReferencesToOneIteratorLoseNothing() {
        try (Python py = Python.attach()) {
            PyIterator one = abc(py);
            PyIterator two = one.cast(PyIterator.class);
            one.hasNext();
            assertThat(two.next().str()).isEqualTo("b");
            assertThat(one.next().str()).isEqualTo("a");
            two.hasNext();
            assertThat(one.hasNext()).isFalse();
            assertThat(two.next().str()).isEqualTo("c");
        }
    }

    private static PyAny mortals(Python py, PyList deaths) {
        return py.moduleFromCode("""
                        class Mortal:
                            def __init__(self, deaths):
                                self.deaths = deaths
                            def __del__(self):
                                self.deaths.append(1)
                        def make(deaths):
                            while True:
                                yield Mortal(deaths)
                        """, "mortals.py", "sanca_mortals")
                .getAttr("make")
                .call(deaths);
    }

    @Test
    @KnownDifference(
            on = "graalpy",
            failsWith = "expected: 1",
            why = "GraalPy has no counts: __del__ is called when its collector likes")
    void closeGivesTheFetchedElementBack() {
        try (Python py = Python.attach()) {
            PyList deaths = py.list();
            PyIterator iterator = mortals(py, deaths).cast(PyIterator.class);
            iterator.hasNext();
            assertThat(deaths.len()).isZero();
            iterator.close();
            assertThat(deaths.len()).isEqualTo(1);
            assertThatIllegalStateException().isThrownBy(iterator::hasNext);
            assertThatIllegalStateException().isThrownBy(iterator::next);
            iterator.close();

            PyIterator given = mortals(py, deaths).cast(PyIterator.class);
            given.hasNext();
            py.list(given).close();
            given.hasNext();
            assertThat(deaths.len()).isEqualTo(1);
            given.close();
            assertThat(deaths.len()).isEqualTo(2);
        }
    }

    @Test
    void keepTakesTheFetchedElementAlong() {
        try (Python py = Python.attach()) {
            PyIterator fetched;
            PyIterator given;
            try (Scope inner = py.scope()) {
                fetched = inner.keep(abc(py));
                PyIterator it = abc(py);
                it.hasNext();
                fetched = inner.keep(it);
                given = abc(py);
                given.hasNext();
                py.list(given);
                given.hasNext();
                inner.keep(given);
            }
            assertThat(rest(fetched)).containsExactly("a", "b", "c");
            assertThat(py.eval("list").call(given).str()).isEqualTo("['a', 'b', 'c']");
        }
    }

    @Test
    void closedInACallbackItIsClosed() {
        try (Python py = Python.attach()) {
            PyIterator iterator = abc(py);
            iterator.hasNext();
            py.function("close", (p, args, kwargs) -> {
                        iterator.close();
                        return null;
                    })
                    .call();
            assertThatIllegalStateException().isThrownBy(iterator::hasNext);
        }
    }

    @Test
    void closedWhileItFetchesItThrows() {
        try (Python py = Python.attach()) {
            PyAny[] iterator = new PyAny[1];
            PyAny close = py.function("close", (p, args, kwargs) -> {
                iterator[0].close();
                return null;
            });
            PyAny generator = py.moduleFromCode("""
                    def make(close):
                        close()
                        yield 1
                    """, "closing.py", "sanca_closing")
                    .getAttr("make")
                    .call(close);
            PyIterator closing = generator.cast(PyIterator.class);
            iterator[0] = closing;
            assertThatIllegalStateException().isThrownBy(closing::hasNext).withMessageContaining("closed");
        }
    }

    @Test
    void elementFetchedWhileAnotherIsComesFirst() {
        try (Python py = Python.attach()) {
            PyIterator[] iterator = new PyIterator[1];
            PyAny look = py.function("look", (p, args, kwargs) -> iterator[0].hasNext());
            PyAny twice = py.moduleFromCode("""
                    class Twice:
                        def __init__(self, look):
                            self.look, self.n = look, 0
                        def __iter__(self):
                            return self
                        def __next__(self):
                            self.n += 1
                            n = self.n
                            if n == 1:
                                self.look()
                            if n > 3:
                                raise StopIteration
                            return n
                    """, "twice.py", "sanca_twice")
                    .getAttr("Twice")
                    .call(look);
            iterator[0] = twice.cast(PyIterator.class);
            assertThat(rest(iterator[0])).containsExactly("2", "1", "3");
        }
    }

    @Test
    void errorOfNextIsThrownOnceAndLosesNothing() {
        try (Python py = Python.attach()) {
            PyIterator iterator = py.moduleFromCode("""
                    class Failing:
                        def __init__(self):
                            self.n = 0
                        def __iter__(self):
                            return self
                        def __next__(self):
                            self.n += 1
                            if self.n == 2:
                                raise ValueError('second')
                            if self.n > 3:
                                raise StopIteration
                            return self.n
                    """, "failing.py", "sanca_failing")
                    .getAttr("Failing")
                    .call()
                    .iterator();
            assertThat(iterator.hasNext()).isTrue();
            assertThat(iterator.hasNext()).isTrue();
            assertThat(iterator.next().asInt()).isEqualTo(1);
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(iterator::hasNext)
                    .withMessageContaining("second");
            assertThat(iterator.next().asInt()).isEqualTo(3);
            assertThat(iterator.hasNext()).isFalse();
            assertThat(iterator.hasNext()).isFalse();
        }
    }

    @Test
    void detachedThreadIsTold() {
        try (Python py = Python.attach()) {
            PyIterator iterator = abc(py);
            iterator.hasNext();
            py.detach(() -> {
                assertThatIllegalStateException().isThrownBy(iterator::hasNext).withMessageContaining("detached");
                assertThatIllegalStateException().isThrownBy(iterator::next);
            });
            assertThat(rest(iterator)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void unreachableIteratorsLeakNothing() {
        try (Python py = Python.attach()) {
            for (int i = 0; i < 5_000; i++) {
                PyIterator iterator = abc(py);
                iterator.hasNext();
                if (i % 3 == 0) {
                    py.list(iterator).close();
                } else if (i % 3 == 1) {
                    iterator.close();
                }
                if (i % 1_000 == 0) {
                    System.gc();
                }
            }
        }
    }

    @Test
    void loopThatIsLeftEarlyGoesOnWhereItWas() {
        try (Python py = Python.attach()) {
            PyIterator iterator = abc(py);
            for (PyAny element : iterator) {
                assertThat(element.str()).isEqualTo("a");
                break;
            }
            assertThat(py.eval("list").call(iterator).str()).isEqualTo("['b', 'c']");
        }
    }
}
