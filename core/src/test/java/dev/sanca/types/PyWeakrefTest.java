package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyWeakrefTest {
    private static PyAny weakrefTo(Python py, PyAny object) {
        return py.importModule("weakref").callMethod("ref", object);
    }

    @Test
    void objectThatLivesIsFound() {
        try (Python py = Python.attach()) {
            PyAny object = py.set(1, 2);
            PyWeakref weak = castTo(PyWeakref.class, weakrefTo(py, object));
            assertThat(weak.get())
                    .hasValueSatisfying(found -> assertThat(found.is(object)).isTrue());
        }
    }

    @KnownDifference(
            on = "graalpy",
            failsWith = "Expecting an empty",
            why = "Java's collector frees GraalPy's objects when it runs")
    @Test
    void objectThatDiedIsGone() {
        try (Python py = Python.attach()) {
            PyAny object = py.set(1, 2);
            PyWeakref weak = castTo(PyWeakref.class, weakrefTo(py, object));
            object.close();
            assertThat(weak.get()).isEmpty();
        }
    }

    @Test
    void objectItselfIsNoWeakReference() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.set(1), PyWeakref.class, "weakref.ref");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyWeakref weak = castTo(PyWeakref.class, weakrefTo(py, py.set(1)));
            assertUnusableOnceClosed(weak, weak::get);
        }
    }
}
