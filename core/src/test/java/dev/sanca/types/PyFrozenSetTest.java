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
class PyFrozenSetTest {
    @Test
    void elementsAreFoundAndCombined() {
        try (Python py = Python.attach()) {
            PyFrozenSet set = castTo(PyFrozenSet.class, py.eval("frozenset([1, 2, 2])"));
            assertThat(set.len()).isEqualTo(2);
            assertThat(set.contains(2)).isTrue();
            assertThat(set.or(py.eval("{3}")).len()).isEqualTo(3);
            assertThat(set.hash()).isEqualTo(py.eval("frozenset([2, 1])").hash());
        }
    }

    @Test
    void setIsNoFrozenSet() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.set(1), PyFrozenSet.class, "frozenset");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyFrozenSet set = castTo(PyFrozenSet.class, py.eval("frozenset()"));
            assertUnusableOnceClosed(set, set::len);
        }
    }
}
