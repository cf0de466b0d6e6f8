package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PythonStatsTest {
    @Test
    void liveReferencesAreThoseMadeLessThoseReleased() {
        assertThat(new PythonStats(10, 7, 0, 0, 0, 0, 0, 0).liveBound()).isEqualTo(3);
    }

    @Test
    void boundReferencesAreCounted() {
        try (Python py = Python.attach()) {
            PythonStats before = Python.stats();
            PyAny kept = py.of("kept");
            py.of("closed").close();
            PythonStats after = Python.stats();
            assertThat(after.boundMade()).isEqualTo(before.boundMade() + 2);
            assertThat(after.boundReleased()).isEqualTo(before.boundReleased() + 1);
            assertThat(after.liveBound()).isEqualTo(before.liveBound() + 1);
            assertThat(kept.isAlive()).isTrue();
        }
    }

    @Test
    void detachedReferencesAreCounted() {
        try (Python py = Python.attach()) {
            long before = Python.stats().livePy();
            Py<PyAny> kept = Py.of(py.of("kept"));
            assertThat(Python.stats().livePy()).isEqualTo(before + 1);
            kept.close();
            assertThat(Python.stats().livePy()).isEqualTo(before);
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: ",
            why = "an attach of the interface attaches to the CPython behind it too")
    @Test
    void outermostAttachesAreCounted() {
        long before = Python.stats().attaches();
        try (Python py = Python.attach();
                Python nested = Python.attach()) {
            assertThat(py.isOpen() && nested.isOpen()).isTrue();
            assertThat(Python.stats().attaches()).isEqualTo(before + 1);
        }
    }

    @Test
    void tokensScopesAndThreadsAreCounted() {
        try (Python py = Python.attach()) {
            long before = Python.stats().scopes();
            try (Python nested = Python.attach();
                    Scope scope = py.scope()) {
                assertThat(nested.isOpen() && scope.isOpen()).isTrue();
                assertThat(Python.stats().scopes()).isEqualTo(before + 2);
                assertThat(Python.stats().threads()).isPositive();
            }
        }
    }

    @Tag("cpython") // a runtime without counts needs no pool
    @Test
    void countsThatWaitInThePoolAreDrainedByTheNextAttach() {
        Py<PyAny> kept = Python.attach(py -> Py.of(py.eval("object()")));
        PythonStats before = Python.stats();
        kept.close();
        assertThat(Python.stats().poolPending()).isEqualTo(before.poolPending() + 1);
        Python.attach().close();
        assertThat(Python.stats().poolPending()).isEqualTo(before.poolPending());
        assertThat(Python.stats().poolDrained()).isEqualTo(before.poolDrained() + 1);
    }
}
