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
class PyCallableTest {
    @Test
    void functionsClassesAndObjectsWithCallAreCalled() {
        try (Python py = Python.attach()) {
            assertThat(castTo(PyCallable.class, py.eval("lambda x: x + 1"))
                            .call(1)
                            .asLong())
                    .isEqualTo(2);
            assertThat(castTo(PyCallable.class, py.eval("len")).call("abc").asLong())
                    .isEqualTo(3);
            assertThat(castTo(PyCallable.class, py.eval("int")).call("7").asLong())
                    .isEqualTo(7);
            PyAny made = py.eval("type('A', (), {'__call__': lambda self, x: x * 2})()");
            assertThat(castTo(PyCallable.class, made).call(4).asLong()).isEqualTo(8);
        }
    }

    @Test
    void intCannotBeCalled() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyCallable.class, "callable");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyCallable callable = castTo(PyCallable.class, py.eval("len"));
            assertUnusableOnceClosed(callable, callable::call);
        }
    }
}
