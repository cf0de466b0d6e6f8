package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.PythonFunctionBody;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class FunctionsTest {
    interface Three {
        String join(int a, List<Long> b, String c);
    }

    @Test
    void functionalInterfacesAreCallables() {
        AtomicInteger calls = new AtomicInteger();
        Supplier<Integer> supplier = () -> 5;
        Runnable runnable = calls::incrementAndGet;
        Consumer<Long> consumer = value -> calls.addAndGet(value.intValue());
        Function<Object, Object> function = value -> value + "!";
        BiFunction<Long, Long, Long> biFunction = Long::sum;
        Predicate<String> predicate = String::isEmpty;
        UnaryOperator<String> operator = String::toUpperCase;
        IntBinaryOperator times = (a, b) -> a * b;
        PythonFunctionBody body = (py, arguments, keywords) -> keywords.size();
        Three three = (a, b, c) -> a + c + b;
        try (Python py = Python.attach()) {
            assertThat(py.of(supplier).call().asInt()).isEqualTo(5);
            assertThat(py.of(runnable).call().isNone()).isTrue();
            assertThat(py.of(consumer).call(10).isNone()).isTrue();
            assertThat(calls).hasValue(11);
            assertThat(py.of(function).call(1).asString()).isEqualTo("1!");
            assertThat(py.of(biFunction).call(1, 2).asLong()).isEqualTo(3);
            assertThat(py.of(predicate).call("").asBoolean()).isTrue();
            assertThat(py.of(operator).call("a").asString()).isEqualTo("A");
            assertThat(py.of(times).call(3, 4).asInt()).isEqualTo(12);
            assertThat(py.of(body).call(Kwargs.of("k", 1)).asInt()).isEqualTo(1);
            assertThat(py.of(three).call(1, List.of(2), "x").asString()).isEqualTo("1x[2]");
        }
    }

    @Test
    void wrongArgumentsArePythonsTypeError() {
        Three three = (a, b, c) -> "";
        try (Python py = Python.attach()) {
            PyAny callable = py.of(three);
            assertFails(callable::call, "TypeError: join() takes 3 positional arguments but 0 were given");
            assertFails(() -> callable.call(Kwargs.of("a", 1)), "TypeError: join() takes no keyword arguments");
            assertFails(
                    () -> callable.call(1, List.of("x"), ""),
                    "TypeError: argument 2 of join(): element 0 of list: cannot convert str to a Java long");
        }
    }

    @Test
    void exceptionOfLambdaComesBackAsItself() {
        IOException thrown = new IOException("mine");
        Callable<String> callable = () -> {
            throw thrown;
        };
        try (Python py = Python.attach()) {
            PyAny function = py.of(callable);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(function::call)
                    .isSameAs(thrown);
        }
    }

    @Test
    void pythonSortsByJavaComparator() {
        try (Python py = Python.attach()) {
            PyAny key = py.importModule("functools").callMethod("cmp_to_key", Comparator.<Long>reverseOrder());
            assertThat(py.eval("sorted")
                            .call(List.of(1, 3, 2), Kwargs.of("key", key))
                            .as(long[].class))
                    .containsExactly(3, 2, 1);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void callableIsFunctionalInterface() {
        try (Python py = Python.attach()) {
            Function<Object, Object> raw = py.eval("lambda x: x * 2").as(Function.class);
            assertThat(raw.apply(4)).isEqualTo(8L);
            Function<String, Integer> length = py.eval("len").as(new TypeRef<>() {});
            Integer three = length.apply("abc");
            assertThat(three).isEqualTo(3);
            UnaryOperator<Integer> next = py.eval("lambda x: x + 1").as(new TypeRef<>() {});
            Integer two = next.apply(1);
            assertThat(two).isEqualTo(2);
            assertThat(next.andThen(x -> x * 10).apply(1)).isEqualTo(20);
            assertThat(py.eval("lambda x: x > 1")
                            .as(IntPredicate.class)
                            .negate()
                            .test(1))
                    .isTrue();
            assertFails(
                    () -> py.eval("3").as(Function.class),
                    "TypeError: cannot convert int to a Java Function: it is not"
                            + " callable, nor has it a method apply");
        }
    }

    @Test
    void interfaceAttachesByItself() {
        Comparator<String> byLength =
                Python.attach(py -> py.eval("lambda a, b: len(a) - len(b)").as(new TypeRef<Comparator<String>>() {}));
        assertThat(Stream.of("ccc", "a", "bb").sorted(byLength.reversed())).containsExactly("ccc", "bb", "a");
    }
}
