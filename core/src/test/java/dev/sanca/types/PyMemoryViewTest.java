package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyMemoryViewTest {
    @Test
    void viewTellsFormatAndAccess() {
        try (Python py = Python.attach()) {
            PyMemoryView fixed = castTo(PyMemoryView.class, py.eval("memoryview(b'abc')"));
            assertThat(fixed.toByteArray()).containsExactly('a', 'b', 'c');
            assertThat(fixed.format()).isEqualTo("B");
            assertThat(fixed.isReadOnly()).isTrue();
            PyMemoryView numbers = castTo(PyMemoryView.class, py.eval("memoryview(bytearray(16)).cast('d')"));
            assertThat(numbers.format()).isEqualTo("d");
            assertThat(numbers.isReadOnly()).isFalse();
            assertThat(numbers.len()).isEqualTo(2);
        }
    }

    @Test
    void releasedViewIsPythonsValueErrorAndItsMemoryIsFree() {
        try (Python py = Python.attach()) {
            PyAny array = py.eval("bytearray(4)");
            PyMemoryView view = castTo(PyMemoryView.class, py.eval("memoryview").call(array));
            view.release();
            assertThatThrownBy(view::format).hasMessageStartingWith("ValueError");
            assertThatThrownBy(() -> view.getItem(0)).hasMessageStartingWith("ValueError");
            array.callMethod("append", 1);
            assertThat(array.len()).isEqualTo(5);
        }
    }

    @Test
    void bytesAreNoMemoryView() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.bytes((byte) 1), PyMemoryView.class, "memoryview");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyMemoryView view = castTo(PyMemoryView.class, py.eval("memoryview(b'a')"));
            assertUnusableOnceClosed(view, view::toByteArray, view::format, view::isReadOnly, view::release);
        }
    }
}
