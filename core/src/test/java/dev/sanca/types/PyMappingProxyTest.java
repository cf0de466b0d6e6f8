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
class PyMappingProxyTest {
    @Test
    void attributesOfAClassAreRead() {
        try (Python py = Python.attach()) {
            PyMappingProxy attributes = castTo(PyMappingProxy.class, py.eval("type('A', (), {'x': 5}).__dict__"));
            assertThat(attributes.getItem("x").asLong()).isEqualTo(5);
            assertThat(attributes.contains("y")).isFalse();
        }
    }

    @Test
    void writingIsPythonsTypeError() {
        try (Python py = Python.attach()) {
            PyMappingProxy proxy =
                    castTo(PyMappingProxy.class, py.eval("__import__('types').MappingProxyType({'x': 5})"));
            assertThatThrownBy(() -> proxy.setItem("x", 6)).hasMessageStartingWith("TypeError");
            assertThat(proxy.getItem("x").asLong()).isEqualTo(5);
        }
    }

    @Test
    void dictIsNoProxy() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.dict(), PyMappingProxy.class, "mappingproxy");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyMappingProxy proxy = castTo(PyMappingProxy.class, py.eval("int.__dict__"));
            assertUnusableOnceClosed(proxy, proxy::len);
        }
    }
}
