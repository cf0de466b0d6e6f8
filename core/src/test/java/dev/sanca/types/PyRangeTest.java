package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.convert.TypeRef;
import dev.sanca.testing.OwnershipExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyRangeTest {
    @Test
    void rangeHasLengthAndElements() {
        try (Python py = Python.attach()) {
            PyRange range = castTo(PyRange.class, py.eval("range(1, 10, 3)"));
            assertThat(range.len()).isEqualTo(3);
            assertThat(range.getItem(-1).asLong()).isEqualTo(7);
            assertThat(range.contains(4)).isTrue();
            assertThat(range.as(new TypeRef<List<Long>>() {})).containsExactly(1L, 4L, 7L);
        }
    }

    @Test
    void listIsNoRange() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.list(1), PyRange.class, "range");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyRange range = castTo(PyRange.class, py.eval("range(3)"));
            assertUnusableOnceClosed(range, range::len);
        }
    }
}
