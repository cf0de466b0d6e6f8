package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.word.Tagged;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ints and constants that Java made say what those of Python say, whether they have become objects or not. */
@ExtendWith({OwnershipExtension.class, SeededRandom.class})
class ImmediateTest {
    private static final List<Function<PyAny, Object>> QUESTIONS = List.of(
            PyAny::str,
            PyAny::repr,
            PyAny::toString,
            PyAny::hash,
            PyAny::hashCode,
            PyAny::isTruthy,
            PyAny::isNone,
            PyAny::isCallable,
            a -> a.type().fullName(),
            a -> String.valueOf(a.as(Object.class)));

    private static final List<BiFunction<PyAny, Object, Object>> OPERATIONS = List.of(
            (a, b) -> a.add(b).str(),
            (a, b) -> a.sub(b).str(),
            (a, b) -> a.mul(b).str(),
            (a, b) -> a.iadd(b).str(),
            (a, b) -> a.isub(b).str(),
            (a, b) -> a.imul(b).str(),
            (a, b) -> a.xor(b).str(),
            PyAny::lt,
            PyAny::le,
            PyAny::eq,
            PyAny::ne,
            PyAny::gt,
            PyAny::ge,
            PyAny::compare,
            PyAny::equals);

    /** Everything that can be asked of {@code tagged} and of {@code object} has the same answer. */
    private static void same(PyAny tagged, PyAny object) {
        for (Function<PyAny, Object> question : QUESTIONS) {
            assertThat(question.apply(tagged)).isEqualTo(question.apply(object));
        }
    }

    private static long number(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(-6, 260);
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> (1L << 59) + random.nextInt(-3, 3);
            default -> -(1L << 59) + random.nextInt(-3, 3);
        };
    }

    @Test
    void intsAnswerAsThoseOfPython(RandomGenerator random) {
        try (Python py = Python.attach()) {
            for (int i = 0; i < 300; i++) {
                try (Scope scope = py.scope()) {
                    long x = number(random);
                    long y = number(random);
                    PyAny pythonX = py.eval(Long.toString(x));
                    PyAny pythonY = py.eval(Long.toString(y));
                    same(py.of(x), pythonX);
                    for (BiFunction<PyAny, Object, Object> operation : OPERATIONS) {
                        Object expected = operation.apply(pythonX, pythonY);
                        assertThat(operation.apply(py.of(x), py.of(y))).isEqualTo(expected);
                        assertThat(operation.apply(py.of(x), pythonY)).isEqualTo(expected);
                        assertThat(operation.apply(pythonX, py.of(y))).isEqualTo(expected);
                    }
                    assertThat(py.of(x).add(y).str()).isEqualTo(pythonX.add(y).str());
                    assertThat(py.of(x).lt(y)).isEqualTo(x < y);
                    assertThat(py.of(x).asLong()).isEqualTo(x);
                    assertThat(py.of(x).as(long.class)).isEqualTo(x);
                    assertThat(py.of(x).asDouble()).isEqualTo(x);
                }
            }
        }
    }

    @Test
    void constantsAnswerAsThoseOfPython() {
        try (Python py = Python.attach()) {
            PyAny none = py.of(null);
            same(none, py.eval("None"));
            same(py.of(true), py.eval("True"));
            same(py.of(false), py.eval("False"));
            assertThat(py.none().is(py.eval("None"))).isTrue();
            assertThat(py.of(true).is(py.eval("True"))).isTrue();
            assertThat(py.of(true).is(py.of(false))).isFalse();
            assertThat(py.of(true).asBoolean()).isTrue();
            assertThat(py.of(true).add(1).asLong()).isEqualTo(2);
            assertThat(py.of(true).eq(1)).isTrue();
            assertThat(py.of(1).eq(true)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 256, 257, (1L << 59) - 1, -(1L << 59)})
    void pythonSeesTheIntWhereItNeedsIt(long value) {
        try (Python py = Python.attach()) {
            PyInt made = py.integer(value);
            PyList list = py.list(made, py.of(value));
            assertThat(list.str()).isEqualTo("[" + value + ", " + value + "]");
            assertThat(py.eval("lambda x: (type(x).__name__, x)").call(made).str())
                    .isEqualTo("('int', " + value + ")");
            assertThat(made.getAttr("real").asLong()).isEqualTo(value);
            assertThat(made.is(list.get(0)))
                    .as("one object from its first use on")
                    .isTrue();
            assertThat(made.asLong()).isEqualTo(value);
            assertThat(made.cast(PyInt.class).asLong()).isEqualTo(value);
        }
    }

    @Test
    void wordStaysTaggedUntilPythonNeedsIt() {
        try (Python py = Python.attach()) {
            PyAny made = py.of(7);
            assertThat(made.add(1).asLong()).isEqualTo(8);
            assertThat(Tagged.isInt(Refs.taggedWord(made))).isEqualTo(Tagged.ENABLED);
            py.list(made);
            assertThat(Tagged.isImmediate(Refs.taggedWord(made))).isFalse();
        }
    }

    @Test
    void detachedReferenceKeepsIt() {
        Py<PyAny> kept;
        try (Python py = Python.attach()) {
            kept = Py.of(py.of(41));
            try (Py<PyAny> copy = kept.copy()) {
                assertThat(copy.bind(py).add(1).asLong()).isEqualTo(42);
                assertThat(copy.is(kept)).isTrue();
            }
            Py.move(py.of(null)).close();
        }
        try (Python py = Python.attach()) {
            assertThat(py.eval("lambda x: x * 2").call(kept).asLong()).isEqualTo(82);
            assertThat(kept.moveTo(py).asLong()).isEqualTo(41);
        }
    }
}
