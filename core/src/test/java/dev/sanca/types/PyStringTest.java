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
class PyStringTest {
    @Test
    void lengthCountsCodePoints() {
        try (Python py = Python.attach()) {
            PyString snake = castTo(PyString.class, py.of("a\ud83d\udc0d"));
            assertThat(snake.len()).isEqualTo(2);
            assertThat(snake.asString()).hasSize(3).isEqualTo("a\ud83d\udc0d");
            assertThat(snake.getItem(1).str()).isEqualTo("\ud83d\udc0d");
        }
    }

    @Test
    void textIsJoinedAndCompared() {
        try (Python py = Python.attach()) {
            PyString text = py.string("sanca");
            assertThat(text.add(" kembang").str()).isEqualTo("sanca kembang");
            assertThat(text.lt("t")).isTrue();
            assertThat(text.repr()).isEqualTo("'sanca'");
        }
    }

    @Test
    void bytesAreNoText() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.bytes((byte) 97), PyString.class, "str");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyString text = castTo(PyString.class, py.of("a"));
            assertUnusableOnceClosed(text, text::asString, text::len);
        }
    }
}
