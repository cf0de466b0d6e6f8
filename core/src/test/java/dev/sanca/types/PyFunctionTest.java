package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyFunctionTest {
    @Test
    void functionTakesArgumentsByPlaceAndByName() {
        try (Python py = Python.attach()) {
            PyFunction function = castTo(PyFunction.class, py.eval("lambda a, *, b=2: (a, b)"));
            assertThat(function.call(1).repr()).isEqualTo("(1, 2)");
            assertThat(function.call(1, Kwargs.of("b", 3)).repr()).isEqualTo("(1, 3)");
            assertThat(function.getAttr("__name__").str()).isEqualTo("<lambda>");
            assertThatThrownBy(function::call).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void classIsNoFunction() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.eval("int"), PyFunction.class, "function");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyFunction function = castTo(PyFunction.class, py.eval("lambda: 1"));
            assertUnusableOnceClosed(function, function::call);
        }
    }
}
