package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OwnershipExtension.class)
class PrimitiveArraysTest {
    static List<Arguments> arrays() {
        return List.of(
                Arguments.of("[1, 2**40, -(2**63)]", new long[] {1, 1L << 40, Long.MIN_VALUE}),
                Arguments.of("[]", new long[0]),
                Arguments.of("(1, True)", new int[] {1, 1}),
                Arguments.of("range(3)", new int[] {0, 1, 2}),
                Arguments.of("(i for i in (1, 2))", new long[] {1, 2}),
                Arguments.of("[1.5, 2, True]", new double[] {1.5, 2, 1}),
                Arguments.of("[1, 2.5]", new float[] {1, 2.5f}),
                Arguments.of("[-1]", new short[] {-1}),
                Arguments.of("['a', 'ü']", new char[] {'a', 'ü'}),
                Arguments.of("'aü\uD83D\uDE00'", "aü\uD83D\uDE00".toCharArray()),
                Arguments.of("[True, False]", new boolean[] {true, false}),
                Arguments.of("[255, -128]", new byte[] {-1, -128}),
                Arguments.of("b'ab'", new byte[] {'a', 'b'}),
                Arguments.of("memoryview(b'abcd')[::-2]", new byte[] {'d', 'b'}),
                Arguments.of("array('d', [1, 2])", new double[] {1, 2}),
                Arguments.of("array('f', [1, 2])", new double[] {1, 2}),
                Arguments.of("array('d', [1, 2])", new float[] {1, 2}),
                Arguments.of("array('q', [1, -2])", new double[] {1, -2}),
                Arguments.of("array('i', [1, -2])", new long[] {1, -2}),
                Arguments.of("array('I', [2**32 - 1])", new long[] {(1L << 32) - 1}),
                Arguments.of("array('H', [65535])", new char[] {65535}),
                Arguments.of("array('h', [-1])", new int[] {-1}),
                Arguments.of("array('b', [-1])", new short[] {-1}),
                Arguments.of("b'\\xff\\x01'", new int[] {255, 1}),
                Arguments.of("memoryview(array('q', range(6)))[::2]", new long[] {0, 2, 4}),
                Arguments.of("memoryview(array('d', range(3)))[::-1]", new double[] {2, 1, 0}),
                Arguments.of("memoryview(bytes(48)).cast('q', [2, 3])", new long[6]),
                Arguments.of("memoryview(b'\\1\\0').cast('?')", new boolean[] {true, false}),
                Arguments.of("(c_int * 2)(1, 2)", new int[] {1, 2}),
                Arguments.of("(c_int.__ctype_be__ * 2)(1, -2)", new int[] {1, -2}),
                Arguments.of("(c_double.__ctype_be__ * 1)(1.5)", new double[] {1.5}));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void arrayIsRead(String expression, Object array) {
        try (Python py = Python.attach()) {
            Object read = py.eval("(lambda: __import__('builtins').eval(" + quoted(expression)
                            + ", {**vars(__import__('ctypes')), **vars(__import__('array'))}))()")
                    .as(array.getClass());
            assertThat(read).isEqualTo(array);
        }
    }

    private static String quoted(String expression) {
        return "'" + expression.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of(
                        "[1, 'x']", long[].class, "TypeError: element 1 of list: cannot convert str to a Java long"),
                Arguments.of(
                        "(1, 2**31)",
                        int[].class,
                        "OverflowError: element 1 of tuple: 2147483648 does not fit a Java int"),
                Arguments.of("[256]", byte[].class, "OverflowError: element 0 of list: 256 does not fit a Java byte"),
                Arguments.of(
                        "[1]", boolean[].class, "TypeError: element 0 of list: cannot convert int to a Java boolean"),
                Arguments.of(
                        "b'a'", boolean[].class, "TypeError: element 0 of list: cannot convert int to a Java boolean"),
                Arguments.of("'12'", int[].class, "TypeError: cannot convert str to a Java int[]"),
                Arguments.of("7", int[].class, "TypeError: cannot convert int to a Java int[]"),
                Arguments.of(
                        "__import__('array').array('d', [1])",
                        long[].class,
                        "TypeError: cannot convert a buffer of floating"),
                Arguments.of(
                        "__import__('array').array('i', [1, 70000])",
                        short[].class,
                        "OverflowError: element 1 of the buffer: 70000 does not fit a Java short"),
                Arguments.of(
                        "__import__('array').array('Q', [2**63])",
                        long[].class,
                        "OverflowError: element 0 of the buffer: 9223372036854775808 does not fit a Java long"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void elementIsRefusedWithItsPlace(String expression, Class<?> type, String message) {
        try (Python py = Python.attach()) {
            PyAny object = py.eval(expression);
            assertFails(() -> object.as(type), message);
        }
    }

    @Test
    void nestedArraysAreReadRowByRow() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("[[1, 2], (), range(1)]").as(int[][].class))
                    .isDeepEqualTo(new int[][] {{1, 2}, {}, {0}});
        }
    }

    @Test
    void listThatChangesMeanwhileIsNoticed() {
        try (Python py = Python.attach()) {
            py.run("""
                    class Shrinks:
                        def __index__(self):
                            shrinking.clear()
                            return 1
                    shrinking = [Shrinks(), 2, 3]
                    """);
            for (Class<?> type : List.of(long[].class, int[].class, double[].class, short[].class)) {
                py.run("shrinking[:] = [Shrinks(), 2, 3]");
                assertFails(
                        () -> py.eval("shrinking").as(type),
                        "RuntimeError: the list changed size while it was converted");
            }
            py.run("del shrinking, Shrinks");
        }
    }

    @Test
    void elementKeepsItsCountWhileItsCodeRuns() {
        try (Python py = Python.attach()) {
            py.run("""
                    class Replaces:
                        def __init__(self, into):
                            self.into = into
                        def __index__(self):
                            self.into[0] = None
                            return 7
                    replaced = []
                    replaced.append(Replaces(replaced))
                    """);
            assertThat(py.eval("replaced").as(long[].class)).containsExactly(7);
            py.run("del replaced, Replaces");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomArraysSurviveTheWayThereAndBack(long seed) {
        Random random = new Random(seed);
        try (Python py = Python.attach()) {
            int n = random.nextInt(2000);
            long[] longs = random.longs(n).map(v -> v >> random.nextInt(64)).toArray();
            double[] doubles = random.doubles(n).toArray();
            assertThat(py.of(longs).as(long[].class)).isEqualTo(longs);
            assertThat(py.list(longs).as(long[].class)).isEqualTo(longs);
            assertThat(py.of(doubles).as(double[].class)).isEqualTo(doubles);
            assertThat(py.tuple(doubles).as(double[].class)).isEqualTo(doubles);
        }
    }

    @Test
    void arraysBecomeViewsWithTheirFormat() {
        try (Python py = Python.attach()) {
            for (Object array : List.of(
                    new short[] {1, 2}, new int[] {1, 2}, new long[] {1, 2}, new float[] {1, 2}, new double[] {1, 2})) {
                PyAny view = py.of(array);
                view.setItem(0, 5);
                assertThat(view.callMethod("tolist").as(double[].class)).containsExactly(5, 2);
            }
            assertThat(py.of(new boolean[] {true}).callMethod("tolist").repr()).isEqualTo("[True]");
            assertThat(py.of(new char[] {'a'}).getAttr("format").asString()).isEqualTo("H");
            assertThat(py.of(new int[0]).len()).isZero();
        }
    }
}
