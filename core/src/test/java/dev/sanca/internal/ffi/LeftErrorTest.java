package dev.sanca.internal.ffi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Errors that were not fetched, as a {@code StackOverflowError} between a call and its check leaves them. */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class LeftErrorTest {
    private static void leaveError() {
        pyerrors_h.PyErr_SetObject(LibPython.address("PyExc_RuntimeError"), 0);
        assertThat(pyerrors_h.PyErr_Occurred()).isNotZero();
    }

    @Test
    void nextCallDoesNotSeeIt() {
        assumeFalse(StackGuard.ACTIVE, "this Python is called only where Java has the stack to take its errors");
        try (Python py = Python.attach()) {
            leaveError();
            assertThat(py.eval("[].append(1)").isNone()).isTrue();
            assertThat(pyerrors_h.PyErr_Occurred()).isZero();
        }
    }

    @Test
    void callerOfTheJavaFunctionDoesNotSeeIt() {
        try (Python py = Python.attach()) {
            PyAny f = py.function("f", (p, args, kwargs) -> {
                leaveError();
                return 1;
            });
            assertThat(f.call().asLong()).isEqualTo(1);
        }
    }
}
