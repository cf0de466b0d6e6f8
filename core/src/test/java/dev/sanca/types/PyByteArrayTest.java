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
class PyByteArrayTest {
    @Test
    void copyStaysAsItWas() {
        try (Python py = Python.attach()) {
            PyByteArray array = castTo(PyByteArray.class, py.eval("bytearray(b'ab')"));
            byte[] copy = array.toByteArray();
            array.setItem(0, 122);
            assertThat(copy).containsExactly('a', 'b');
            assertThat(array.toByteArray()).containsExactly('z', 'b');
        }
    }

    @Test
    void arrayCanGrowAfterTheCopyWasMade() {
        try (Python py = Python.attach()) {
            PyByteArray array = castTo(PyByteArray.class, py.eval("bytearray(2)"));
            array.toByteArray();
            array.callMethod("extend", new byte[] {1, 2});
            assertThat(array.toByteArray()).containsExactly(0, 0, 1, 2);
        }
    }

    @Test
    void bytesAreNoByteArray() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.bytes((byte) 1), PyByteArray.class, "bytearray");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyByteArray array = castTo(PyByteArray.class, py.eval("bytearray(2)"));
            assertUnusableOnceClosed(array, array::toByteArray);
        }
    }
}
