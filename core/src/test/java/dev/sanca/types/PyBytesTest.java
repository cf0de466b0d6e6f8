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
class PyBytesTest {
    @Test
    void bytesAreCopied() {
        try (Python py = Python.attach()) {
            PyBytes bytes = castTo(PyBytes.class, py.of(new byte[] {1, -1, 0}));
            byte[] copy = bytes.toByteArray();
            assertThat(copy).containsExactly(1, -1, 0);
            copy[0] = 9;
            assertThat(bytes.toByteArray()).containsExactly(1, -1, 0);
            assertThat(bytes.len()).isEqualTo(3);
            assertThat(py.bytes().toByteArray()).isEmpty();
        }
    }

    @Test
    void textIsNoBytes() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of("a"), PyBytes.class, "bytes");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyBytes bytes = castTo(PyBytes.class, py.eval("b'a'"));
            assertUnusableOnceClosed(bytes, bytes::toByteArray);
        }
    }
}
