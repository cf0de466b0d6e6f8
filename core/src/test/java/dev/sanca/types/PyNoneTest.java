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
class PyNoneTest {
    @Test
    void noneIsOneObject() {
        try (Python py = Python.attach()) {
            PyNone none = castTo(PyNone.class, py.of(null));
            assertThat(none.isNone()).isTrue();
            assertThat(none.isTruthy()).isFalse();
            assertThat(none.repr()).isEqualTo("None");
            assertThat(none.is(py.none())).isTrue();
            assertThat(none.is(py.eval("None"))).isTrue();
        }
    }

    @Test
    void anotherFalseValueIsNoNone() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(0), PyNone.class, "None");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyNone none = castTo(PyNone.class, py.of(null));
            assertUnusableOnceClosed(none, none::repr, none::isTruthy);
        }
    }
}
