package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyIteratorTest {
    @Test
    void elementsComeInOrderAndEnd() {
        try (Python py = Python.attach()) {
            PyIterator iterator = castTo(PyIterator.class, py.eval("iter([1, 2])"));
            assertThat(iterator.hasNext()).isTrue();
            assertThat(iterator.hasNext()).isTrue();
            assertThat(iterator.next().asLong()).isOne();
            assertThat(iterator.next().asLong()).isEqualTo(2);
            assertThat(iterator.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(iterator::next)
                    .withMessage("the Python iterator is at its end");
        }
    }

    @Test
    void iteratorOfAnIteratorIsItself() {
        try (Python py = Python.attach()) {
            PyIterator iterator = py.list(1, 2).iterator();
            assertThat(iterator.iterator() == iterator).isTrue();
            List<Long> seen = new ArrayList<>();
            for (PyAny element : iterator) {
                seen.add(element.asLong());
            }
            assertThat(seen).containsExactly(1L, 2L);
        }
    }

    @Test
    void errorOfTheGeneratorIsThrownOnce() {
        try (Python py = Python.attach()) {
            PyIterator failing = py.eval("(1 / x for x in [1, 0])").iterator();
            assertThat(failing.next().asDouble()).isOne();
            assertThatThrownBy(failing::hasNext).hasMessageStartingWith("ZeroDivisionError");
            assertThat(failing.hasNext()).isFalse();
        }
    }

    @Test
    void listIsNoIterator() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.list(1), PyIterator.class, "iterator");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyIterator iterator = castTo(PyIterator.class, py.list(1).iterator());
            assertUnusableOnceClosed(iterator, iterator::hasNext, iterator::next);
        }
    }
}
