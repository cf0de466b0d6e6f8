package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyCFunctionTest {
    @Test
    void builtInFunctionIsCalled() {
        try (Python py = Python.attach()) {
            PyCFunction length = castTo(PyCFunction.class, py.eval("len"));
            assertThat(length.call("abc").asLong()).isEqualTo(3);
            assertThat(length.getAttr("__name__").str()).isEqualTo("len");
        }
    }

    @KnownDifference(
            on = "graalpy",
            failsWith = "to PyCFunction",
            why = "a function of Java has another type of the same name there")
    @Test
    void javaFunctionIsOneToo() {
        try (Python py = Python.attach()) {
            PyCFunction twice = py.function(
                    "twice",
                    (token, arguments, keywords) -> arguments.getFirst().mul(2));
            assertThat(castTo(PyCFunction.class, twice).call(21).asLong()).isEqualTo(42);
            assertThat(twice.getAttr("__name__").str()).isEqualTo("twice");
        }
    }

    @Test
    void functionOfPythonCodeIsNotBuiltIn() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.eval("lambda: 1"), PyCFunction.class, "builtin_function_or_method");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyCFunction function = castTo(PyCFunction.class, py.eval("len"));
            assertUnusableOnceClosed(function, function::call);
        }
    }
}
