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
class PySliceTest {
    @Test
    void sliceCutsASequence() {
        try (Python py = Python.attach()) {
            PySlice slice = castTo(PySlice.class, py.eval("slice(1, 4, 2)"));
            assertThat(slice.getAttr("start").asLong()).isOne();
            assertThat(slice.getAttr("stop").asLong()).isEqualTo(4);
            assertThat(slice.getAttr("step").asLong()).isEqualTo(2);
            assertThat(py.of("sanca").getItem(slice).str()).isEqualTo("ac");
        }
    }

    @Test
    void rangeIsNoSlice() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.eval("range(3)"), PySlice.class, "slice");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PySlice slice = castTo(PySlice.class, py.eval("slice(3)"));
            assertUnusableOnceClosed(slice, slice::repr);
        }
    }
}
