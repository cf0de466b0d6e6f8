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
class PySuperTest {
    private static PyAny superOfBool(Python py) {
        return py.eval("super(bool, True)");
    }

    @Test
    void superCallsTheMethodOfTheClassAbove() {
        try (Python py = Python.attach()) {
            PySuper above = castTo(PySuper.class, superOfBool(py));
            assertThat(above.callMethod("__repr__").str()).isEqualTo("1");
            assertThat(above.getAttr("__thisclass__").is(py.eval("bool"))).isTrue();
        }
    }

    @Test
    void objectItselfIsNoSuper() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(true), PySuper.class, "super");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PySuper above = castTo(PySuper.class, superOfBool(py));
            assertUnusableOnceClosed(above, above::repr);
        }
    }
}
