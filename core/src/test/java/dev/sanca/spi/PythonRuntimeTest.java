package dev.sanca.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.ReflectedRuntime;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBaseException;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CPython and another runtime in one process, and in one thread. */
@ExtendWith(OwnershipExtension.class)
class PythonRuntimeTest {
    private static final PythonRuntime CPYTHON = PythonRuntime.named("cpython");
    private static final PythonRuntime OTHER =
            RuntimesProbe.isStandardCPython() ? ReflectedRuntime.INSTANCE : RuntimesProbe.standard();

    @Test
    void eachHasItsOwnTokensClosedInTheirOwnOrder() {
        Python one = CPYTHON.attach();
        Python two = OTHER.attach();
        Python three = OTHER.attach();
        assertThat(one.eval("1 + 1").asInt()).isEqualTo(2);
        assertThat(two.eval("1 + 2").asInt()).isEqualTo(3);
        three.close();
        two.close();
        assertThat(one.eval("1 + 3").asInt()).isEqualTo(4);
        one.close();
    }

    @Test
    void oneAttachesInsideAFunctionOfTheOther() {
        int six = Python.attach(
                OTHER,
                outer -> outer.function("twice", (py, arguments, keywords) -> {
                            int given = arguments.get(0).asInt();
                            return Python.attach(
                                    CPYTHON, inner -> inner.eval("2").mul(given).asInt());
                        })
                        .call(3)
                        .asInt());
        assertThat(six).isEqualTo(6);
    }

    @Test
    void detachingOneLeavesTheOtherAttached() {
        try (Python one = CPYTHON.attach();
                Python two = OTHER.attach()) {
            PyAny number = one.of(5000);
            two.detach(() -> assertThat(number.asInt()).isEqualTo(5000));
            assertThat(two.of(6000).asInt()).isEqualTo(6000);
        }
    }

    @Test
    void scopeOfOneKeepsNothingOfTheOther() {
        try (Python one = CPYTHON.attach();
                Python two = OTHER.attach()) {
            PyAny theirs = two.eval("[1]");
            Python deep = OTHER.attach(); // deeper than any of the scopes of the first
            PyAny deepest = deep.eval("[2]");
            try (Scope scope = one.scope()) {
                assertThat(scope.keep(theirs)).isSameAs(theirs);
                assertThat(scope.keep(deepest).str()).isEqualTo("[2]");
            }
            assertThat(theirs.str()).isEqualTo("[1]");
            deep.close();
            assertThat(deepest.isAlive()).isFalse();
        }
    }

    @Test
    void namedGivesTheSameRuntimeEachTime() {
        assertThat(PythonRuntime.named("cpython")).isSameAs(CPYTHON);
        assertThat(PythonRuntime.named(OTHER.name())).isSameAs(OTHER);
    }

    @Test
    void unknownNameIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> PythonRuntime.named("jython"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"jython\"", "cpython");
    }

    static Stream<Consumer<Mixed>> mixing() {
        return Stream.of(
                m -> m.ours.add(m.theirs),
                m -> m.ours.eq(m.theirs),
                m -> m.ours.is(m.theirs),
                m -> m.ours.isInstance(m.theirs.type()),
                m -> m.ours.getItem(m.theirs),
                m -> m.ours.setItem(0, m.theirs),
                m -> m.ours.setAttr("x", m.theirs),
                m -> m.ours.contains(m.theirs),
                m -> m.ours.callMethod("append", m.theirs),
                m -> m.ours.callMethod("index", 1, m.theirs),
                m -> m.ours.getAttr("append").call(m.theirs),
                m -> m.ours.pow(2, m.theirs),
                m -> ((PyList) m.ours).append(m.theirs),
                m -> ((PyList) m.ours).append(List.of(m.theirs)),
                m -> ((PyList) m.ours).append(Map.of("key", m.theirs)),
                m -> m.py.of(m.theirs),
                m -> m.py.of(m.theirsKept),
                m -> m.py.list(m.theirs),
                m -> m.py.eval("1", m.theirDict),
                m -> m.py.of(1.5).type().isSubclassOf(m.theirs.type()),
                m -> m.theirsKept.bind(m.py),
                m -> m.theirsKept.moveTo(m.py));
    }

    private record Mixed(Python py, PyAny ours, PyAny theirs, PyDict theirDict, Py<?> theirsKept) {}

    @ParameterizedTest
    @MethodSource("mixing")
    void referenceOfOneIsRefusedByTheOther(Consumer<Mixed> mixing) {
        try (Python one = CPYTHON.attach();
                Python two = OTHER.attach()) {
            mix(one, two, mixing);
            mix(two, one, mixing);
        }
    }

    private static void mix(Python py, Python other, Consumer<Mixed> mixing) {
        try (Py<?> kept = Py.move(other.list("kept"))) {
            Mixed mixed = new Mixed(py, py.list(1, 2), other.list(3), other.dict(), kept);
            assertThatThrownBy(() -> mixing.accept(mixed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("belongs to the runtime", "cpython", OTHER.name(), "Convert it");
            assertThat(mixed.ours.len()).isEqualTo(2);
            assertThat(kept.isAlive()).isTrue();
        }
    }

    @Test
    void valueOfOneIsConvertedForTheOther() {
        try (Python one = CPYTHON.attach();
                Python two = OTHER.attach()) {
            PyAny moved = two.of(one.eval("{'a': [1, 2.5, 'x', None]}").as(Object.class));
            assertThat(moved.repr()).isEqualTo("{'a': [1, 2.5, 'x', None]}");
        }
    }

    @Test
    void immediatesBelongToAll() {
        try (Python one = CPYTHON.attach();
                Python two = OTHER.attach();
                Py<?> number = Py.move(one.of(7))) {
            if (dev.sanca.internal.word.Tagged.ENABLED) {
                assertThat(number.bind(two).asInt()).isEqualTo(7);
                assertThat(two.list(number).repr()).isEqualTo("[7]");
            }
            assertThat(number.bind(one).asInt()).isEqualTo(7);
        }
    }

    @Test
    void exceptionOfOneCrossesTheOtherAsAJavaException() {
        AtomicReference<PythonException> thrown = new AtomicReference<>();
        assertThatThrownBy(() -> Python.attach(
                        OTHER,
                        outer -> outer.function("fail", (py, arguments, keywords) -> {
                                    try {
                                        return Python.attach(CPYTHON, inner -> inner.eval("1 / 0"));
                                    } catch (PythonException e) {
                                        thrown.set(e);
                                        throw e;
                                    }
                                })
                                .call()))
                .isInstanceOf(PythonException.class)
                .satisfies(e -> assertThat(e).isSameAs(thrown.get()));
    }

    @Test
    void exceptionOfTheOtherCrossesCPythonAsAJavaException() {
        assertThatThrownBy(() -> Python.attach(
                        CPYTHON,
                        outer -> outer.function(
                                        "fail",
                                        (py, arguments, keywords) -> Python.attach(OTHER, inner -> inner.eval("1 / 0")))
                                .call()))
                .isInstanceOfSatisfying(PythonException.class, e -> {
                    assertThat(e.typeName()).isEqualTo("ZeroDivisionError");
                    Python.attach(OTHER, py -> {
                        try (PyBaseException value = e.value().bind(py)) {
                            assertThat(value.str()).contains("by zero");
                        }
                        return null;
                    });
                });
    }
}
