package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.internal.thread.ThreadState;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class DetachTest {
    private static final String DETACHED = "was used while its thread is detached from Python. Use it outside"
            + " py.detach(...), or attach again and bind a Py<T>";

    @Test
    void othersRunPythonMeanwhile() {
        try (Python py = Python.attach()) {
            int other = py.detach(() -> CompletableFuture.supplyAsync(
                            () -> Python.attach(p -> p.eval("40 + 2").asInt()))
                    .join());
            assertThat(other).isEqualTo(42);
        }
    }

    @Test
    void referencesAndTokensThrowInsideAndWorkAfterwards() {
        try (Python py = Python.attach()) {
            PyAny reference = py.of("text");
            Scope scope = py.scope();
            py.detach(() -> {
                assertThatIllegalStateException().isThrownBy(reference::str).withMessage("this PyAny " + DETACHED);
                assertThatIllegalStateException().isThrownBy(reference::close).withMessage("this PyAny " + DETACHED);
                assertThatIllegalStateException().isThrownBy(() -> py.of(1)).withMessage("this Python " + DETACHED);
                assertThatIllegalStateException().isThrownBy(py::close).withMessage("this Python " + DETACHED);
                assertThatIllegalStateException().isThrownBy(scope::close).withMessage("this NestedScope " + DETACHED);
                assertThatIllegalStateException()
                        .isThrownBy(() -> scope.keep(reference))
                        .withMessage("this NestedScope " + DETACHED);
                assertThatIllegalStateException()
                        .isThrownBy(() -> Py.of(reference))
                        .withMessage("this PyAny " + DETACHED);
                assertThatIllegalStateException()
                        .isThrownBy(() -> py.detach(() -> 1))
                        .withMessage("this Python " + DETACHED);
                assertThat(reference.isAlive()).isTrue();
                assertThat(reference.toString()).isEqualTo("PyAny (not usable on this thread now)");
            });
            assertThat(reference.str()).isEqualTo("text");
            scope.close();
        }
    }

    @Test
    void nestedAttachInsideWorks() {
        try (Python py = Python.attach()) {
            PyAny outer = py.of("outer");
            String both = py.detach(() -> Python.attach(inner -> {
                PyAny made = inner.of("inner");
                return made.str() + " " + outer.str();
            }));
            assertThat(both).isEqualTo("inner outer");
            assertThat(outer.isAlive()).isTrue();
        }
    }

    @Test
    void detachMayBeNested() {
        try (Python py = Python.attach()) {
            int result = py.detach(() -> Python.attach(
                    inner -> inner.detach(() -> Python.attach(p -> p.of(5).asInt()))));
            assertThat(result).isEqualTo(5);
            assertThat(py.of(1).asInt()).isOne();
        }
    }

    @Test
    void exceptionOfTheBodyPassesAndTheThreadIsAttachedAgain() {
        try (Python py = Python.attach()) {
            IOException thrown = new IOException("from the body");
            assertThatThrownBy(() -> py.detach(() -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(py.of(1).asInt()).isOne();
        }
    }

    @Test
    void tokenLeftOpenInTheBodyIsClosedAndReported() {
        try (Python py = Python.attach()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> py.detach(() -> {
                        Python.attach().of("left");
                    }))
                    .withMessageContaining("was not closed there");
            assertThat(py.of(1).asInt()).isOne();
        }
        assertThat(ThreadState.attachedOrNull()).isNull();
    }

    @Test
    void outerTokenCannotBeClosedByTheBodysAttach() {
        try (Python py = Python.attach()) {
            py.detach(() -> Python.attach(inner -> {
                assertThatIllegalStateException().isThrownBy(py::close).withMessageContaining("not the innermost");
                return null;
            }));
            assertThat(py.isOpen()).isTrue();
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: 0L",
            why = "behind the interface, a reference needs no pool: it is given up at once")
    @KnownDifference(
            on = "graalpy",
            failsWith = "expected: 1L",
            why = "the reference of a runtime without counts needs no pool: it is given up at once")
    @Test
    void countGivenUpInTheBodyIsGivenBackAfterIt() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            Py<PyAny> kept = Py.of(object);
            long with = RefCounts.of(py, object);
            long pending = py.detach(() -> {
                kept.close();
                return Python.stats().poolPending();
            });
            assertThat(pending).isOne();
            assertThat(RefCounts.of(py, object)).isEqualTo(with - 1);
        }
    }
}
