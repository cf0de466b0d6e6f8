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
class PyNotImplementedTest {
    @Test
    void notImplementedIsWhatAnOperatorReturnsForOtherTypes() {
        try (Python py = Python.attach()) {
            PyNotImplemented answer = castTo(PyNotImplemented.class, py.of(1).callMethod("__add__", "text"));
            assertThat(answer.repr()).isEqualTo("NotImplemented");
            assertThat(answer.is(py.eval("NotImplemented"))).isTrue();
        }
    }

    @Test
    void noneIsNotNotImplemented() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.none(), PyNotImplemented.class, "NotImplemented");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyNotImplemented notImplemented = castTo(PyNotImplemented.class, py.eval("NotImplemented"));
            assertUnusableOnceClosed(notImplemented, notImplemented::repr);
        }
    }
}
