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
class PyFrameTest {
    @Test
    void frameKnowsItsCodeAndNames() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            py.run("""
                    import sys
                    def here(argument):
                        return sys._getframe()
                    frame = here(5)
                    """, globals);
            PyFrame frame = castTo(PyFrame.class, globals.getItem("frame"));
            assertThat(frame.getAttr("f_code").getAttr("co_name").str()).isEqualTo("here");
            assertThat(frame.getAttr("f_locals").getItem("argument").asLong()).isEqualTo(5);
            globals.callMethod("clear");
        }
    }

    @Test
    void codeIsNoFrame() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.compile("1", "a.py"), PyFrame.class, "frame");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyFrame frame = castTo(PyFrame.class, py.eval("__import__('sys')._getframe()"));
            assertUnusableOnceClosed(frame, frame::repr);
        }
    }
}
