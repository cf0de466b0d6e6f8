package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ints and floats that are made in the memory of others, whose last count Java has decremented. */
@Tag("cpython")
@ExtendWith({OwnershipExtension.class, SeededRandom.class})
class NumberFreeListTest {
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);

    private static PyAny integer(Python py, long value) {
        ThreadState state = Face.state(py);
        return ANY.make(state, Operations.of(state).ofLong(state, value));
    }

    private static PyAny floating(Python py, double value) {
        ThreadState state = Face.state(py);
        return ANY.make(state, Operations.of(state).ofDouble(state, value));
    }

    @Test
    void objectIsUsedAgain() {
        try (Python py = Python.attach()) {
            long before;
            try (PyAny first = integer(py, 123_456)) {
                before = Refs.word(first);
            }
            try (PyAny second = integer(py, -654_321)) {
                assertThat(Refs.word(second) == before || !Proved.NEW_INT).isTrue();
                assertThat(second.str()).isEqualTo("-654321");
            }
            try (PyAny first = floating(py, 0.5)) {
                before = Refs.word(first);
            }
            try (PyAny second = floating(py, -0.25)) {
                assertThat(Refs.word(second) == before || !Proved.NEW_FLOAT).isTrue();
                assertThat(second.str()).isEqualTo("-0.25");
            }
        }
    }

    @Test
    void intMadeOfAnotherIsAsPythonWouldMakeIt(RandomGenerator random) {
        try (Python py = Python.attach()) {
            PyDict names = py.dict();
            py.run("""
                    import sys
                    def check(numbers, texts):
                        for number, text in zip(numbers, texts, strict=True):
                            other = int(text)
                            assert type(number) is int and number == other and hash(number) == hash(other), text
                            assert sys.getsizeof(number) == sys.getsizeof(other), text
                            assert number + 1 == other + 1 and -number == -other and number * number == other ** 2, text
                            assert number.bit_length() == other.bit_length() and {number: 1}[other] == 1, text
                            assert -5 <= number <= 256 and number is other or not -5 <= number <= 256, text
                    """, names);
            PyAny check = names.getItem("check");
            for (int round = 0; round < 50; round++) {
                List<PyAny> numbers = new ArrayList<>();
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    long value = i < 20 ? random.nextInt(-1100, 1100) : random.nextLong() >> random.nextInt(64);
                    numbers.add(integer(py, value));
                    texts.add(Long.toString(value));
                }
                check.call(numbers, texts).close();
                numbers.forEach(PyAny::close);
            }
        }
    }

    @Test
    void floatMadeOfAnotherHasAllBits(RandomGenerator random) {
        try (Python py = Python.attach()) {
            for (int i = 0; i < 1000; i++) {
                double value = i == 0 ? -0.0 : i == 1 ? Double.NaN : Double.longBitsToDouble(random.nextLong());
                try (PyAny number = floating(py, value);
                        PyAny hex = number.callMethod("hex")) {
                    assertThat(Double.doubleToRawLongBits(number.asDouble()))
                            .isEqualTo(Double.doubleToRawLongBits(value));
                    assertThat(hex.asString().startsWith("-")).isEqualTo(value < 0 || 1 / value < 0);
                }
            }
        }
    }

    @Test
    void numberThatPythonHoldsStaysWhatItIs() {
        try (Python py = Python.attach()) {
            PyList held = py.list();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                try (PyAny number = integer(py, 10_000 + i);
                        PyAny other = integer(py, -10_000 - i);
                        PyAny real = floating(py, i + 0.5)) {
                    held.append(number);
                    held.append(real);
                    expected.add(Integer.toString(10_000 + i));
                    expected.add(i + ".5");
                    assertThat(other.asLong()).isEqualTo(-10_000 - i);
                }
            }
            for (int i = 0; i < expected.size(); i++) {
                try (PyAny item = held.get(i)) {
                    assertThat(item.str()).isEqualTo(expected.get(i));
                }
            }
        }
    }

    @Test
    void instancesOfSubclassesEndAsTheyAlwaysDo() {
        try (Python py = Python.attach()) {
            PyDict names = py.dict();
            py.run("""
                    ended = []
                    class Int(int):
                        def __del__(self):
                            ended.append(int(self))
                    class Float(float):
                        def __del__(self):
                            ended.append(float(self))
                    """, names);
            for (int i = 0; i < 10; i++) {
                names.getItem("Int").call(5000 + i).close();
                names.getItem("Float").call(i + 0.5).close();
            }
            assertThat(names.getItem("ended").len()).isEqualTo(20);
            try (PyAny fresh = integer(py, 77_777)) {
                assertThat(fresh.type().str()).isEqualTo("<class 'int'>");
            }
        }
    }
}
