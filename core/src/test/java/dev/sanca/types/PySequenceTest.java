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
class PySequenceTest {
    @Test
    void listTupleTextAndRangeAreSequences() {
        try (Python py = Python.attach()) {
            assertThat(castTo(PySequence.class, py.list(1, 2)).len()).isEqualTo(2);
            assertThat(castTo(PySequence.class, py.tuple(1)).getItem(0).asLong())
                    .isOne();
            assertThat(castTo(PySequence.class, py.of("abc")).getItem(-1).str()).isEqualTo("c");
            assertThat(castTo(PySequence.class, py.eval("range(5)")).contains(4))
                    .isTrue();
        }
    }

    @Test
    void setIsNoSequence() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.set(1), PySequence.class, "sequence");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PySequence sequence = castTo(PySequence.class, py.list());
            assertUnusableOnceClosed(sequence, sequence::len);
        }
    }
}
