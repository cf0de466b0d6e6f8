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
class PyTracebackTest {
    private static PyAny raisedTraceback(Python py) {
        PyDict globals = py.dict();
        py.run("""
                try:
                    x = 1
                    1 / 0
                except ZeroDivisionError as error:
                    traceback = error.__traceback__
                """, globals);
        PyAny traceback = globals.getItem("traceback");
        globals.callMethod("clear");
        return traceback;
    }

    @Test
    void tracebackLeadsToTheLineThatFailed() {
        try (Python py = Python.attach()) {
            PyTraceback traceback = castTo(PyTraceback.class, raisedTraceback(py));
            assertThat(traceback.getAttr("tb_lineno").asLong()).isEqualTo(3);
            assertThat(traceback.getAttr("tb_frame").tryCast(PyFrame.class)).isPresent();
        }
    }

    @Test
    void intIsNoTraceback() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyTraceback.class, "traceback");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyTraceback traceback = castTo(PyTraceback.class, raisedTraceback(py));
            assertUnusableOnceClosed(traceback, traceback::repr);
        }
    }
}
