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
class PyMappingTest {
    @Test
    void dictionariesAndTheirLikeAreMappings() {
        try (Python py = Python.attach()) {
            PyMapping dict = castTo(PyMapping.class, py.eval("{'a': 1}"));
            assertThat(dict.getItem("a").asLong()).isOne();
            PyMapping chain =
                    castTo(PyMapping.class, py.eval("__import__('collections').ChainMap({'b': 2}, {'c': 3})"));
            assertThat(chain.getItem("c").asLong()).isEqualTo(3);
            assertThat(chain.len()).isEqualTo(2);
            assertThatThrownBy(() -> chain.getItem("d")).hasMessageStartingWith("KeyError");
        }
    }

    @Test
    void intIsNoMapping() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyMapping.class, "mapping");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyMapping mapping = castTo(PyMapping.class, py.dict());
            assertUnusableOnceClosed(mapping, mapping::len);
        }
    }
}
