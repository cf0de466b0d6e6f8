package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyInt;
import dev.sanca.types.PyList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(OwnershipExtension.class)
class FromPythonTest {
    static List<Arguments> values() {
        return List.of(
                Arguments.of("True", boolean.class, true),
                Arguments.of("-128", byte.class, (byte) -128),
                Arguments.of("32767", Short.class, (short) 32767),
                Arguments.of("-(2**31)", int.class, Integer.MIN_VALUE),
                Arguments.of("2**63 - 1", Long.class, Long.MAX_VALUE),
                Arguments.of("True", long.class, 1L),
                Arguments.of("0.1", double.class, 0.1),
                Arguments.of("3", Double.class, 3.0),
                Arguments.of("0.1", float.class, 0.1f),
                Arguments.of("__import__('fractions').Fraction(1, 2)", double.class, 0.5),
                Arguments.of("'ü'", char.class, 'ü'),
                Arguments.of("'\uD83D\uDE00\\0'", String.class, "\uD83D\uDE00\0"),
                Arguments.of("2**200", BigInteger.class, BigInteger.TWO.pow(200)),
                Arguments.of(
                        "-(2**64)", BigInteger.class, BigInteger.TWO.pow(64).negate()),
                Arguments.of("2**64", Number.class, BigInteger.TWO.pow(64)),
                Arguments.of("1.5", Number.class, 1.5),
                Arguments.of("__import__('decimal').Decimal('1.10')", BigDecimal.class, new BigDecimal("1.10")),
                Arguments.of("1.1", BigDecimal.class, new BigDecimal("1.1")),
                Arguments.of("'NEW'", Thread.State.class, Thread.State.NEW),
                Arguments.of(
                        "__import__('uuid').UUID(int=1)",
                        UUID.class,
                        UUID.fromString("00000000-0000-0000-0000-000000000001")),
                Arguments.of("__import__('pathlib').Path('a/b')", Path.class, Path.of("a/b")),
                Arguments.of("b'a/b'", Path.class, Path.of("a/b")),
                Arguments.of(
                        "__import__('ipaddress').ip_address('::1')", InetAddress.class, InetAddress.ofLiteral("::1")),
                Arguments.of("(1, 'a')", List.class, List.of(1L, "a")),
                Arguments.of("{'a': {1}}", Map.class, Map.of("a", Set.of(1L))),
                Arguments.of("__import__('types').MappingProxyType({1: 2})", Map.class, Map.of(1L, 2L)),
                Arguments.of("frozenset([1])", Set.class, Set.of(1L)),
                Arguments.of("None", Object.class, null),
                Arguments.of("(None, 2**70)", Object.class, java.util.Arrays.asList(null, BigInteger.TWO.pow(70))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void objectHasItsJavaForm(String expression, Class<?> type, Object value) {
        try (Python py = Python.attach()) {
            assertThat((Object) py.eval(expression).as(type)).isEqualTo(value);
        }
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of("128", byte.class, "OverflowError: 128 does not fit a Java byte"),
                Arguments.of("2**31", int.class, "OverflowError: 2147483648 does not fit a Java int"),
                Arguments.of("2**63", long.class, "OverflowError: 9223372036854775808 does not fit a Java long"),
                Arguments.of("2**9999", long.class, "OverflowError: an int of 10000 bits does not fit a Java long"),
                Arguments.of("1.0", long.class, "TypeError: cannot convert float to a Java long: it is not an integer"),
                Arguments.of("1", boolean.class, "TypeError: cannot convert int to a Java boolean: it is not a bool"),
                Arguments.of("1j", double.class, "TypeError: cannot convert complex to a Java double"),
                Arguments.of("10**400", double.class, "OverflowError"),
                Arguments.of("'x'", double.class, "TypeError: cannot convert str to a Java double"),
                Arguments.of(
                        "None",
                        String.class,
                        "TypeError: cannot convert NoneType to a Java String: it is not a str. Ask for"
                                + " Optional or Object where None may come"),
                Arguments.of(
                        "'ab'",
                        char.class,
                        "ValueError: a str of 2 characters, or of one beyond U+FFFF, is not a Java char"),
                Arguments.of("'abc'", List.class, "TypeError: cannot convert str to a Java List"),
                Arguments.of("3", Set.class, "TypeError: cannot convert int to a Java Set"),
                Arguments.of("[1]", Map.class, "TypeError: cannot convert list to a Java Map"),
                Arguments.of(
                        "'OLD'", Thread.State.class, "ValueError: 'OLD' is not a constant of State: NEW, RUNNABLE"),
                Arguments.of(
                        "__import__('decimal').Decimal('NaN')",
                        BigDecimal.class,
                        "ValueError: NaN is not a Java BigDecimal"),
                Arguments.of("'localhost'", InetAddress.class, "ValueError: 'localhost' is not a literal address"),
                Arguments.of(
                        "[]",
                        PyInt.class,
                        "TypeError: cannot convert list to a Java PyInt: it is not an instance of int"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void objectWithoutJavaFormIsRefused(String expression, Class<?> type, String message) {
        try (Python py = Python.attach()) {
            PyAny object = py.eval(expression);
            assertFails(() -> object.as(type), message);
        }
    }

    @Test
    void typeArgumentsReachEveryElement() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("[{'a': 1}, {}]").as(new TypeRef<List<Map<String, Integer>>>() {}))
                    .isEqualTo(List.of(Map.of("a", 1), Map.of()));
            assertThat(py.eval("[[1], None]")
                            .as(new TypeRef<List<Optional<long[]>>>() {})
                            .get(0)
                            .orElseThrow())
                    .containsExactly(1);
            assertThat(py.eval("{2: 'b', 1: 'a'}")
                            .as(new TypeRef<NavigableMap<Long, Character>>() {})
                            .firstEntry())
                    .isEqualTo(Map.entry(1L, 'a'));
            assertThat(py.eval("range(3, 0, -1)").as(new TypeRef<SortedSet<Integer>>() {}))
                    .containsExactly(1, 2, 3);
            assertThat(py.eval("(1, 2)")
                            .as(new TypeRef<Deque<? extends Number>>() {})
                            .peekLast())
                    .isEqualTo(2L);
            assertThat(py.eval("[['a']]").as(new TypeRef<List<String>[]>() {})[0])
                    .containsExactly("a");
            assertThat(py.eval("None").as(OptionalLong.class)).isEmpty();
        }
    }

    @Test
    void collectionsCanBeChanged() {
        try (Python py = Python.attach()) {
            List<Long> list = py.eval("[1]").as(new TypeRef<>() {});
            list.add(2L);
            assertThat(list).containsExactly(1L, 2L);
        }
    }

    @Test
    void referencesAreNewAndChecked() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("[[1]]");
            PyList list = object.as(PyList.class);
            object.close();
            assertThat(list.len()).isEqualTo(1);
            assertThat(list.as(new TypeRef<List<PyList>>() {}).get(0).get(0).asInt())
                    .isEqualTo(1);
            try (Py<PyList> detached = list.as(new TypeRef<Py<PyList>>() {})) {
                assertThat(detached.bind(py).is(list)).isTrue();
            }
        }
    }

    @Test
    void anythingElseIsDetachedReference() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            try (Py<?> detached = (Py<?>) object.as(Object.class)) {
                assertThat(detached.bind(py).is(object)).isTrue();
            }
        }
    }

    @Test
    void errorOfUsersCodeComesThroughUnchanged() {
        try (Python py = Python.attach()) {
            py.run("""
                    class Broken:
                        def __index__(self):
                            raise KeyError('mine')
                    """);
            assertFails(() -> py.eval("Broken()").asLong(), "KeyError: 'mine'");
            assertFails(() -> py.eval("[Broken()]").as(long[].class), "KeyError: 'mine'");
            py.run("del Broken");
        }
    }
}
