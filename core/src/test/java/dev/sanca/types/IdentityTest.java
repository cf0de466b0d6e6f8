package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code is} is what Python says, from the beginning and for ever. */
@ExtendWith(OwnershipExtension.class)
class IdentityTest {
    /** Values that stay in Java until Python needs them, and some that do not. */
    static Stream<Function<Python, PyAny>> values() {
        Object object = new Random();
        return Stream.of(
                py -> py.of(object),
                py -> py.of(100_000),
                py -> py.of(-6),
                py -> py.of(257),
                py -> py.of(256),
                py -> py.of(-5),
                py -> py.of(0),
                py -> py.of(1L << 58),
                py -> py.of(Long.MAX_VALUE),
                py -> py.of(null),
                py -> py.of(true),
                py -> py.none(),
                py -> py.integer(100_000).add(1),
                py -> py.of("text"),
                py -> py.list(1));
    }

    private static boolean inPython(Python py, PyAny a, PyAny b) {
        return py.eval("lambda a, b: a is b").call(a, b).asBoolean();
    }

    @ParameterizedTest
    @MethodSource("values")
    void answerForTwoOfOneValueNeverChanges(Function<Python, PyAny> value) {
        try (Python py = Python.attach()) {
            PyAny a = value.apply(py);
            PyAny b = value.apply(py);
            boolean before = a.is(b);
            assertThat(b.is(a)).isEqualTo(before);
            py.eval("id").call(a);
            assertThat(a.is(b)).isEqualTo(before);
            assertThat(inPython(py, a, b)).isEqualTo(before);
            assertThat(a.is(b)).isEqualTo(before);
            assertThat(a.is(a)).isTrue();
            assertThat(a.equals(b)).isEqualTo(a.eq(b));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void answerIsPythonsAlsoIfPythonIsAskedFirst(Function<Python, PyAny> value) {
        try (Python py = Python.attach()) {
            PyAny a = value.apply(py);
            PyAny b = value.apply(py);
            boolean python = inPython(py, a, b);
            assertThat(a.is(b)).isEqualTo(python);
            assertThat(value.apply(py).is(value.apply(py))).isEqualTo(python);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void allHoldersOfOneReferenceHoldOneObject(Function<Python, PyAny> value) {
        try (Python py = Python.attach()) {
            PyAny first = value.apply(py);
            try (Py<PyAny> one = Py.of(first);
                    Py<PyAny> copy = one.copy();
                    Py<PyAny> two = Py.of(first)) {
                List<PyAny> all = List.of(
                        first, one.bind(py), one.bind(py), two.bind(py), copy.bind(py), first.cast(PyAny.class));
                allOne(all);
                assertThat(one.is(two)).isTrue();
                assertThat(one.is(copy)).isTrue();
                for (PyAny each : all) {
                    py.eval("id").call(each);
                    allOne(all);
                    assertThat(one.is(two)).isTrue();
                }
                assertThat(py.eval("lambda *all: len(set(map(id, all)))")
                                .call(all.toArray())
                                .asInt())
                        .isEqualTo(1);
                assertThat(py.eval("lambda *all: len(set(map(id, all)))")
                                .call(one, one, two, copy, first)
                                .asInt())
                        .isEqualTo(1);
                assertThat(py.list(one, two).callMethod("count", first).asInt()).isEqualTo(2);
            }
        }
    }

    private static void allOne(List<PyAny> all) {
        for (PyAny a : all) {
            for (PyAny b : all) {
                assertThat(a.is(b)).isTrue();
                assertThat(a.eq(b)).isTrue();
                if (a.type().str().contains("list")) {
                    continue;
                }
                assertThat(a.hashCode()).isEqualTo(b.hashCode());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void movedReferenceIsOneObjectForAllThatAreBound(Function<Python, PyAny> value) {
        try (Python py = Python.attach();
                Py<PyAny> moved = Py.move(value.apply(py));
                Py<PyAny> other = Py.move(value.apply(py))) {
            boolean before = moved.is(other);
            PyAny one = moved.bind(py);
            PyAny two = moved.bind(py);
            py.list(one);
            assertThat(one.is(two)).isTrue();
            assertThat(inPython(py, one, two)).isTrue();
            assertThat(one.is(other.bind(py))).isEqualTo(before);
            assertThat(moved.is(other)).isEqualTo(before);
            assertThat(other.is(moved)).isEqualTo(before);
            assertThat(moved.is(moved)).isTrue();
            assertThat(moved.moveTo(py).is(one)).isTrue();
        }
    }

    @Test
    void detachedReferencesAreComparedOnAnyThread() throws InterruptedException {
        Py<PyAny> one;
        Py<PyAny> two;
        Py<PyAny> none;
        Py<PyAny> other;
        try (Python py = Python.attach()) {
            one = Py.move(py.of(100_000));
            two = Py.move(py.of(100_001));
            none = Py.move(py.of(null));
            other = Py.of(py.eval("None"));
        }
        boolean[] same = new boolean[4];
        Thread thread = Thread.ofPlatform().start(() -> {
            same[0] = one.is(two);
            same[1] = one.is(one);
            same[2] = none.is(other);
            same[3] = one.is(none);
        });
        thread.join();
        assertThat(same).containsExactly(false, true, true, false);
        for (Py<PyAny> each : List.of(one, two, none, other)) {
            each.close();
        }
        assertThatIllegalStateException().isThrownBy(() -> one.is(two)).withMessageContaining("closed");
    }

    @Test
    void objectOfAJavaObjectIsGivenBackWithItsLastHolder() {
        try (Python py = Python.attach()) {
            Random object = new Random();
            Py<PyAny> kept = Py.of(py.of(object));
            try (PyAny used = kept.bind(py)) {
                py.eval("id").call(used);
            }
            @Nullable Object back = py.eval("lambda x: x").call(kept).as(Object.class);
            assertThat(back).isSameAs(object);
            kept.close();
        }
    }
}
