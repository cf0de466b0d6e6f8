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
class PyEllipsisTest {
    @Test
    void ellipsisIsOneObject() {
        try (Python py = Python.attach()) {
            PyEllipsis ellipsis = castTo(PyEllipsis.class, py.eval("..."));
            assertThat(ellipsis.repr()).isEqualTo("Ellipsis");
            assertThat(ellipsis.is(py.eval("Ellipsis"))).isTrue();
        }
    }

    @Test
    void noneIsNoEllipsis() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.none(), PyEllipsis.class, "ellipsis");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyEllipsis ellipsis = castTo(PyEllipsis.class, py.eval("..."));
            assertUnusableOnceClosed(ellipsis, ellipsis::repr);
        }
    }
}
