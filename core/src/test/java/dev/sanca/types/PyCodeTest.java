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
class PyCodeTest {
    @Test
    void compiledCodeKnowsItsFileAndRuns() {
        try (Python py = Python.attach()) {
            PyCode code = castTo(PyCode.class, py.compile("x = 6 * 7", "made.py"));
            assertThat(code.getAttr("co_filename").str()).isEqualTo("made.py");
            PyDict globals = py.dict();
            py.run(code, globals, null);
            assertThat(globals.getItem("x").asLong()).isEqualTo(42);
            assertThat(castTo(PyCode.class, py.eval("(lambda: 1).__code__"))
                            .getAttr("co_argcount")
                            .asLong())
                    .isZero();
        }
    }

    @Test
    void sourceIsNoCode() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of("1"), PyCode.class, "code");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyCode code = castTo(PyCode.class, py.compile("1", "a.py"));
            assertUnusableOnceClosed(code, code::repr);
        }
    }
}
