package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.RefCounts;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PySetTest {
    @Test
    void elementIsAddedOnceAndDiscarded() {
        try (Python py = Python.attach()) {
            PySet set = castTo(PySet.class, py.set(1, 2));
            set.addElement(3);
            set.addElement(3);
            set.discard(1);
            set.discard("not there");
            assertThat(set.len()).isEqualTo(2);
            assertThat(set.contains(3)).isTrue();
            assertThat(set.contains(1)).isFalse();
        }
    }

    @Test
    void elementWithoutHashIsPythonsTypeErrorAndKeepsNoCount() {
        try (Python py = Python.attach()) {
            PySet set = py.set();
            PyAny list = py.list(1);
            long before = RefCounts.of(py, list);
            assertThatThrownBy(() -> set.addElement(list)).isInstanceOfSatisfying(PythonException.class, e -> {
                assertThat(e).hasMessageStartingWith("TypeError");
                e.value().close();
                e.type().close();
            });
            assertThat(RefCounts.of(py, list)).isEqualTo(before);
            assertThat(set.len()).isZero();
        }
    }

    @Test
    void frozenSetIsNoSet() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.eval("frozenset()"), PySet.class, "set");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PySet set = castTo(PySet.class, py.set(1));
            assertUnusableOnceClosed(set, () -> set.addElement(1), () -> set.discard(1));
        }
    }
}
