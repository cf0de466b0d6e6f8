package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class LazyIterationTest {
    @Test
    void javaElementsAreMadeWhenPythonAsks() {
        List<Integer> made = new ArrayList<>();
        try (Python py = Python.attach()) {
            PyAny iterator = py.of(Stream.iterate(1, i -> i + 1).peek(made::add));
            PyAny next = py.eval("next");
            assertThat(next.call(iterator).asInt()).isEqualTo(1);
            assertThat(next.call(iterator).asInt()).isEqualTo(2);
            assertThat(made).containsExactly(1, 2);
        }
    }

    @Test
    void everyKindOfJavaIterationEnds() {
        Iterable<Object> iterable = () -> List.<Object>of(1, List.of(2)).iterator();
        try (Python py = Python.attach()) {
            PyAny list = py.eval("list");
            assertThat(list.call(iterable).repr()).isEqualTo("[1, [2]]");
            assertThat(list.call(java.util.Arrays.asList(null, 1).iterator()).repr())
                    .isEqualTo("[None, 1]");
            assertThat(list.call(IntStream.range(0, 3)).repr()).isEqualTo("[0, 1, 2]");
            assertThat(list.call(Stream.empty()).repr()).isEqualTo("[]");
        }
    }

    @Test
    void exceptionOfJavaIteratorPassesThroughPython() {
        IllegalStateException thrown = new IllegalStateException("mine");
        Stream<Object> failing = Stream.generate(() -> {
            throw thrown;
        });
        try (Python py = Python.attach()) {
            PyAny list = py.eval("list");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> list.call(failing))
                    .isSameAs(thrown);
        }
    }

    @Test
    void pythonElementsAreReadOneByOneWithoutToken() {
        Iterator<Integer> iterator =
                Python.attach(py -> py.eval("iter(range(3))").as(new TypeRef<Iterator<Integer>>() {}));
        List<Integer> read = new ArrayList<>();
        iterator.forEachRemaining(read::add);
        assertThat(read).containsExactly(0, 1, 2);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    }

    @Test
    void iterableBeginsAnewAndStreamCloses() {
        try (Python py = Python.attach()) {
            Iterable<String> twice = py.eval("['a', 'b']").as(new TypeRef<>() {});
            assertThat(twice).containsExactly("a", "b");
            assertThat(twice).containsExactly("a", "b");
            try (Stream<Long> endless =
                    py.eval("__import__('itertools').count()").as(new TypeRef<>() {})) {
                assertThat(endless.limit(3)).containsExactly(0L, 1L, 2L);
            }
        }
    }

    @Test
    void elementThatDoesNotFitIsRefusedWhenReached() {
        try (Python py = Python.attach()) {
            Iterator<Integer> iterator = py.eval("[1, 'x']").as(new TypeRef<>() {});
            assertThat(iterator.next()).isEqualTo(1);
            assertFails(iterator::next, "TypeError: cannot convert str to a Java int");
            assertFails(() -> py.eval("3").as(Iterable.class), "TypeError: cannot convert int to a Java Iterable");
            PyAny empty = py.eval("[]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> empty.as(new TypeRef<Iterator<PyAny>>() {}))
                    .withMessageContaining("ask for elements of type Py");
        }
    }
}
