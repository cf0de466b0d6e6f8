package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyBufferTest {
    @Test
    void bytesAreOneDimensionThatIsReadOnly() {
        try (Python py = Python.attach()) {
            PyBuffer buffer = castTo(PyBuffer.class, py.eval("b'abc'"));
            assertThat(buffer.format()).isEqualTo("B");
            assertThat(buffer.itemSize()).isOne();
            assertThat(buffer.byteSize()).isEqualTo(3);
            assertThat(buffer.shape()).containsExactly(3);
            assertThat(buffer.strides()).containsExactly(1);
            assertThat(buffer.isReadOnly()).isTrue();
            assertThat(buffer.isContiguous()).isTrue();
            assertThat(buffer.toByteArray()).containsExactly('a', 'b', 'c');
        }
    }

    @Test
    void rowsHaveShapeAndStrides() {
        try (Python py = Python.attach()) {
            PyBuffer rows = castTo(PyBuffer.class, py.eval("memoryview(bytearray(range(6))).cast('B', (2, 3))"));
            assertThat(rows.shape()).containsExactly(2, 3);
            assertThat(rows.strides()).containsExactly(3, 1);
            assertThat(rows.isReadOnly()).isFalse();
            assertThat(rows.toByteArray()).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void everySecondElementIsNotContiguous() {
        try (Python py = Python.attach()) {
            PyBuffer second = castTo(PyBuffer.class, py.eval("memoryview(bytes(range(6)))[::2]"));
            assertThat(second.isContiguous()).isFalse();
            assertThat(second.shape()).containsExactly(3);
            assertThat(second.strides()).containsExactly(2);
            assertThat(second.byteSize()).isEqualTo(3);
            assertThat(second.toByteArray()).containsExactly(0, 2, 4);
        }
    }

    @Test
    void elementsOfAnArrayHaveTheirFormat() {
        try (Python py = Python.attach()) {
            PyBuffer numbers = castTo(PyBuffer.class, py.eval("__import__('array').array('d', [1.5, 2.5])"));
            assertThat(numbers.format()).isEqualTo("d");
            assertThat(numbers.itemSize()).isEqualTo(8);
            assertThat(numbers.byteSize()).isEqualTo(16);
            assertThat(numbers.as(double[].class)).containsExactly(1.5, 2.5);
        }
    }

    @Test
    void everyQuestionReleasesTheBuffer() {
        try (Python py = Python.attach()) {
            PyAny array = py.eval("bytearray(2)");
            PyBuffer buffer = castTo(PyBuffer.class, array);
            buffer.format();
            buffer.shape();
            buffer.toByteArray();
            array.callMethod("append", 7);
            assertThat(buffer.toByteArray()).containsExactly(0, 0, 7);
        }
    }

    @Test
    void intHasNoBuffer() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyBuffer.class, "an object with a buffer");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyBuffer buffer = castTo(PyBuffer.class, py.eval("b'a'"));
            assertUnusableOnceClosed(
                    buffer,
                    buffer::format,
                    buffer::itemSize,
                    buffer::byteSize,
                    buffer::shape,
                    buffer::strides,
                    buffer::isReadOnly,
                    buffer::isContiguous,
                    buffer::toByteArray);
        }
    }
}
