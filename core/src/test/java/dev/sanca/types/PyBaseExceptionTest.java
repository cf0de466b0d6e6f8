package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyBaseExceptionTest {
    @Test
    void exceptionThatWasNotRaisedHasNoTraceback() {
        try (Python py = Python.attach()) {
            PyBaseException made = castTo(PyBaseException.class, py.eval("ValueError('text')"));
            assertThat(made.traceback()).isNull();
            assertThat(made.str()).isEqualTo("text");
        }
    }

    @Test
    void raisedExceptionHasItsTraceback() {
        try (Python py = Python.attach()) {
            PythonException raised = null;
            try {
                py.run("1 / 0");
            } catch (PythonException e) {
                raised = e;
            }
            assertThat(raised).isNotNull();
            PyBaseException value = raised.value().bind(py);
            PyAny traceback = value.traceback();
            assertThat(traceback).isNotNull();
            assertThat(traceback.tryCast(PyTraceback.class)).isPresent();
        }
    }

    @Test
    void classOfExceptionsIsNoException() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.eval("ValueError"), PyBaseException.class, "BaseException");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyBaseException exception = castTo(PyBaseException.class, py.eval("ValueError()"));
            assertUnusableOnceClosed(exception, exception::traceback, exception::str);
        }
    }
}
