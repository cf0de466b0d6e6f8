package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(OwnershipExtension.class)
class ToPythonTest {
    static List<Arguments> values() {
        return List.of(
                Arguments.of(null, "None"),
                Arguments.of(true, "True"),
                Arguments.of((byte) -3, "-3"),
                Arguments.of((short) 300, "300"),
                Arguments.of(1 << 30, "1073741824"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(1.5f, "1.5"),
                Arguments.of(-0.0, "-0.0"),
                Arguments.of(Double.NaN, "nan"),
                Arguments.of('ü', "'ü'"),
                Arguments.of("a\u0000\uD83D\uDE00", "'a\\x00\uD83D\uDE00'"),
                Arguments.of(new StringBuilder("text"), "'text'"),
                Arguments.of(BigInteger.TWO.pow(64), "18446744073709551616"),
                Arguments.of(BigInteger.TWO.pow(63).negate(), "-9223372036854775808"),
                Arguments.of(new BigDecimal("1.10"), "Decimal('1.10')"),
                Arguments.of(new BigDecimal("1E+400"), "Decimal('1E+400')"),
                Arguments.of(new byte[] {0, -1}, "b'\\x00\\xff'"),
                Arguments.of(Arrays.asList(1, null, "x"), "[1, None, 'x']"),
                Arguments.of(new Object[] {1, new String[] {"a"}}, "[1, ['a']]"),
                Arguments.of(new ArrayDeque<>(List.of(1, 2)), "[1, 2]"),
                Arguments.of(ordered("b", 1, "a", List.of()), "{'b': 1, 'a': []}"),
                Arguments.of(Set.of(1), "{1}"),
                Arguments.of(Optional.empty(), "None"),
                Arguments.of(Optional.of(List.of(1)), "[1]"),
                Arguments.of(OptionalInt.of(3), "3"),
                Arguments.of(Thread.State.NEW, "'NEW'"),
                Arguments.of(
                        UUID.fromString("12345678-1234-5678-1234-567812345678"),
                        "UUID('12345678-1234-5678-1234-567812345678')"),
                Arguments.of(Path.of("a", "b"), "PosixPath('a/b')"),
                Arguments.of(InetAddress.ofLiteral("127.0.0.1"), "IPv4Address('127.0.0.1')"),
                Arguments.of(InetAddress.ofLiteral("::1"), "IPv6Address('::1')"));
    }

    private static Map<String, Object> ordered(String k1, Object v1, String k2, Object v2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(k1, v1);
        map.put(k2, v2);
        return map;
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueHasItsPythonForm(Object value, String repr) {
        try (Python py = Python.attach()) {
            assertThat(py.of(value).repr()).isEqualTo(repr);
        }
    }

    @Test
    void referencesGoBackAsTheirObjects() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            try (Py<PyAny> detached = Py.of(object)) {
                assertThat(py.of(List.of(object, detached)).getItem(1).is(object))
                        .isTrue();
            }
        }
    }

    @Test
    void closedDetachedReferenceIsRefused() {
        try (Python py = Python.attach()) {
            Py<PyAny> closed = Py.of(py.eval("object()"));
            closed.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> py.of(closed))
                    .withMessageContaining("this Py is closed");
        }
    }

    @Test
    void pathOfAnotherFileSystemIsRefused() throws Exception {
        Path jar = java.nio.file.Files.createTempFile("sanca", ".zip");
        java.nio.file.Files.delete(jar);
        try (Python py = Python.attach();
                var zip = java.nio.file.FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            assertFails(() -> py.of(zip.getPath("a")), "ValueError: Python cannot use a path of the file system jar");
        } finally {
            java.nio.file.Files.deleteIfExists(jar);
        }
    }
}
