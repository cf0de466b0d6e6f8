package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.RefCounts;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyTupleTest {
    @Test
    void elementIsReadByItsIndex() {
        try (Python py = Python.attach()) {
            PyTuple tuple = castTo(PyTuple.class, py.tuple("a", 2, null));
            assertThat(tuple.get(0).str()).isEqualTo("a");
            assertThat(tuple.get(1).asLong()).isEqualTo(2);
            assertThat(tuple.get(2).isNone()).isTrue();
            assertThat(tuple.len()).isEqualTo(3);
        }
    }

    @Test
    void indexOutsideThrows() {
        try (Python py = Python.attach()) {
            PyTuple tuple = py.tuple(1, 2);
            for (int index : new int[] {-1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> tuple.get(index))
                        .withMessageContaining("" + index);
            }
        }
    }

    @Test
    void elementIsOwnedByItsReferenceAlone() {
        try (Python py = Python.attach()) {
            PyAny element = py.eval("object()");
            PyTuple tuple = py.tuple(element);
            long before = RefCounts.of(py, element);
            tuple.get(0).close();
            assertThat(RefCounts.of(py, element)).isEqualTo(before);
        }
    }

    @Test
    void listIsNoTuple() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.list(1), PyTuple.class, "tuple");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyTuple tuple = castTo(PyTuple.class, py.tuple(1));
            assertUnusableOnceClosed(tuple, () -> tuple.get(0));
        }
    }
}
