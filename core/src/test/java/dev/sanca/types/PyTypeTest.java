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
class PyTypeTest {
    @Test
    void namesAreWithAndWithoutTheModule() {
        try (Python py = Python.attach()) {
            PyType type = castTo(PyType.class, py.eval("__import__('json').JSONDecoder"));
            assertThat(type.name()).isEqualTo("JSONDecoder");
            assertThat(type.fullName()).isEqualTo("json.decoder.JSONDecoder");
            assertThat(py.of(1).type().fullName()).isEqualTo("int");
        }
    }

    @Test
    void subclassIsAskedFor() {
        try (Python py = Python.attach()) {
            PyType bool = py.of(true).type();
            PyType integer = py.of(1).type();
            assertThat(bool.isSubclassOf(integer)).isTrue();
            assertThat(integer.isSubclassOf(integer)).isTrue();
            assertThat(integer.isSubclassOf(bool)).isFalse();
        }
    }

    @Test
    void closedOtherTypeThrows() {
        try (Python py = Python.attach()) {
            PyType integer = py.of(1).type();
            PyType closed = py.of(true).type();
            assertUnusableOnceClosed(closed, () -> integer.isSubclassOf(closed));
        }
    }

    @Test
    void intIsNoType() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyType.class, "type");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyType type = castTo(PyType.class, py.eval("int"));
            assertUnusableOnceClosed(type, type::name, type::fullName, () -> type.isSubclassOf(type));
        }
    }
}
