package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.testing.OwnershipExtension;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OwnershipExtension.class)
class BufferShapesTest {
    private static PyBuffer buffer(Python py, String expression) {
        return py.eval(expression).cast(PyBuffer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memoryview(b'\\0\\0\\0\\0\\0\\0\\x08@').cast('d', shape=[])", "array0()"})
    void oneElementWithoutADimension(String expression) {
        try (Python py = Python.attach()) {
            py.run(
                    "def array0():\n  import array\n  return memoryview(array.array('d', [3.0])).cast('B').cast('d', shape=[])");
            isThree(buffer(py, expression));
        }
    }

    @Test
    @Tag("cpython") // ctypes; NumPy is another test's
    void oneElementOfCtypes() {
        try (Python py = Python.attach()) {
            py.run("import ctypes");
            isThree(buffer(py, "ctypes.c_double(3)"));
            isThree(buffer(py, "memoryview(ctypes.c_double(3))"));
            PyBuffer three = buffer(py, "(ctypes.c_int * 3)(1, 2, 3)"); // without strides
            assertThat(three.shape()).containsExactly(3);
            assertThat(three.strides()).containsExactly(4);
            assertThat(three.as(int[].class)).containsExactly(1, 2, 3);
            PyBuffer table = buffer(py, "((ctypes.c_short * 3) * 2)()");
            assertThat(table.shape()).containsExactly(2, 3);
            assertThat(table.strides()).containsExactly(6, 2);
            PyBuffer none = buffer(py, "(ctypes.c_double * 0)()");
            assertThat(none.shape()).containsExactly(0);
            assertThat(none.strides()).containsExactly(none.itemSize()); // 0 before 3.11
            assertThat(none.as(double[].class)).isEmpty();
        }
    }

    private static void isThree(PyBuffer one) {
        assertThat(one.shape()).isEmpty();
        assertThat(one.strides()).isEmpty();
        assertThat(one.byteSize()).isEqualTo(8);
        assertThat(one.itemSize()).isEqualTo(8);
        assertThat(one.format()).endsWith("d");
        assertThat(one.isContiguous()).isTrue();
        assertThat(one.toByteArray()).containsExactly(0, 0, 0, 0, 0, 0, 8, 0x40);
        assertThat(one.as(double[].class)).containsExactly(3.0);
        assertThat(one.as(float[].class)).containsExactly(3.0f);
        assertThat(one.as(MemorySegment.class).get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 0))
                .isEqualTo(3.0);
        assertThatExceptionOfType(PythonException.class)
                .isThrownBy(() -> one.as(List.class))
                .withMessageContaining("TypeError"); // as list(one)
    }

    @ParameterizedTest
    @ValueSource(strings = {"b''", "bytearray()", "memoryview(b'')", "memoryview(b'').cast('d')"})
    void noElement(String expression) {
        try (Python py = Python.attach()) {
            PyBuffer none = buffer(py, expression);
            assertThat(none.shape()).containsExactly(0);
            assertThat(none.strides()).containsExactly(none.itemSize());
            assertThat(none.isContiguous()).isTrue();
            assertThat(none.toByteArray()).isEmpty();
            assertThat(none.as(long[].class)).isEmpty();
            assertThat(none.as(MemorySegment.class).byteSize()).isZero();
        }
    }

    @Test
    void backwardsAndInSteps() {
        try (Python py = Python.attach()) {
            py.run("import array\nnumbers = memoryview(array.array('i', range(8)))");
            PyBuffer backwards = buffer(py, "numbers[::-1]");
            assertThat(backwards.shape()).containsExactly(8);
            assertThat(backwards.strides()).containsExactly(-4);
            assertThat(backwards.isContiguous()).isFalse();
            assertThat(backwards.as(int[].class)).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
            assertThat(backwards.as(double[].class)).startsWith(7.0, 6.0);
            assertThat(backwards.toByteArray()).startsWith(7, 0, 0, 0, 6);
            PyBuffer none = buffer(py, "numbers[5:5:-1]");
            assertThat(none.as(int[].class)).isEmpty();
            PyBuffer one = buffer(py, "numbers[6:5:-2]");
            assertThat(one.as(int[].class)).containsExactly(6);
            PyBuffer some = buffer(py, "numbers[6:0:-3]");
            assertThat(some.strides()).containsExactly(-12);
            assertThat(some.as(long[].class)).containsExactly(6, 3);
        }
    }
}
