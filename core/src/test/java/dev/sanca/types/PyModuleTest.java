package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyModuleTest {
    @Test
    void moduleHasNameAndContents() {
        try (Python py = Python.attach()) {
            PyModule math = castTo(PyModule.class, py.importModule("math"));
            assertThat(math.name()).isEqualTo("math");
            assertThat(math.dict().getItem("pi").asDouble()).isEqualTo(Math.PI);
            assertThat(math.callMethod("sqrt", 16).asDouble()).isEqualTo(4);
            assertThat(py.importModule("os.path").dict().contains("join")).isTrue();
        }
    }

    @Test
    void dictIsTheModulesOwn() {
        try (Python py = Python.attach()) {
            PyModule module = py.moduleFromCode("x = 1", "made.py", "sanca_py_module_test");
            module.dict().set("x", 2);
            assertThat(module.getAttr("x").asLong()).isEqualTo(2);
            assertThatThrownBy(() -> module.getAttr("y")).hasMessageStartingWith("AttributeError");
            py.run("import sys; del sys.modules['sanca_py_module_test']");
        }
    }

    @Test
    void dictIsNoModule() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.dict(), PyModule.class, "module");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyModule module = castTo(PyModule.class, py.importModule("math"));
            assertUnusableOnceClosed(module, module::name, module::dict);
        }
    }
}
