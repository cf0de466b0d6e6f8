package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class ScopeTest {
    private static final String RELEASED =
            "this PyAny was released when its scope closed. Use it inside its scope, move it"
                    + " out with scope.keep(reference), or keep a Py.of(reference)";
    private static final String NOT_INNERMOST =
            " is not the innermost one of its thread: close what was opened after it"
                    + " first, in reverse order, best by try-with-resources";
    private static final String CLOSED =
            " is closed already: close each token and scope once, in reverse order, best by" + " try-with-resources";

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: 1L",
            why = "behind the interface, Python sees one count for all references that Sanca counts")
    @KnownDifference(on = "graalpy", failsWith = "expected: 5000L", why = "GraalPy has no counts that one can see")
    @Test
    void closingReleasesEveryReference() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            List<PyAny> references = new ArrayList<>();
            try (Py<PyAny> shared = Py.of(object);
                    Scope scope = py.scope()) {
                for (int i = 0; i < 5_000; i++) { // several chunks
                    references.add(shared.bind(py));
                }
                assertThat(RefCounts.of(py, object)).isEqualTo(before + 1 + 5_000);
                assertThat(scope.isOpen()).isTrue();
            }
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
            assertThat(references).noneMatch(PyAny::isAlive);
            assertThatIllegalStateException()
                    .isThrownBy(references.getFirst()::str)
                    .withMessage(RELEASED);
            assertThatIllegalStateException()
                    .isThrownBy(references.getLast()::str)
                    .withMessage(RELEASED);
            references.getFirst().close(); // late, and harmless
        }
    }

    @Test
    void keptReferenceOutlivesItsScope() {
        try (Python py = Python.attach()) {
            PyAny kept;
            PyAny same;
            try (Scope scope = py.scope()) {
                kept = py.of("kept");
                same = scope.keep(kept);
            }
            assertThat(same).isSameAs(kept);
            assertThat(kept.str()).isEqualTo("kept");
            kept.close();
        }
    }

    @Test
    void keepMovesOneScopeOutwardsAtATime() {
        try (Python py = Python.attach()) {
            PyAny kept;
            try (Scope middle = py.scope()) {
                try (Scope inner = py.scope()) {
                    kept = inner.keep(py.of("kept"));
                }
                assertThat(kept.isAlive()).isTrue();
                assertThat(middle.isOpen()).isTrue();
            }
            assertThat(kept.isAlive()).isFalse();
        }
    }

    @Test
    void keepNeverShortensALife() {
        try (Python py = Python.attach()) {
            PyAny outer = py.of("outer");
            try (Scope middle = py.scope()) {
                try (Scope inner = py.scope()) {
                    inner.keep(outer);
                }
                assertThat(middle.isOpen()).isTrue();
            }
            assertThat(outer.str()).isEqualTo("outer");
        }
    }

    @Test
    void outerScopeKeepsWhatAnInnerOneMade() {
        try (Python py = Python.attach()) {
            PyAny kept;
            try (Scope middle = py.scope()) {
                try (Scope inner = py.scope()) {
                    kept = middle.keep(py.of("kept"));
                    assertThat(inner.isOpen()).isTrue();
                }
            }
            assertThat(kept.str()).isEqualTo("kept");
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: 1L",
            why = "behind the interface, Python sees one count for all references that Sanca counts")
    @KnownDifference(on = "graalpy", failsWith = "expected: 499L", why = "GraalPy has no counts that one can see")
    @Test
    void keepGivesBackNoCountAndTakesNone() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            List<PyAny> kept = new ArrayList<>();
            try (Py<PyAny> shared = Py.of(object);
                    Scope scope = py.scope()) {
                for (int i = 0; i < 1_000; i++) {
                    PyAny reference = shared.bind(py);
                    kept.add(i % 2 == 0 ? scope.keep(reference) : reference);
                }
            }
            assertThat(RefCounts.of(py, object)).isEqualTo(before + 500);
            kept.forEach(PyAny::close);
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }

    @Test
    void outermostTokenHasNowhereToKeep() {
        try (Python py = Python.attach()) {
            PyAny reference = py.of("text");
            assertThatIllegalStateException()
                    .isThrownBy(() -> py.keep(reference))
                    .withMessage("no enclosing scope to keep the reference in: this scope is the outermost of its"
                            + " attachment. Keep a Py.of(reference) instead");
            assertThat(reference.isAlive()).isTrue();
        }
    }

    @Test
    void closedReferenceCannotBeKept() {
        try (Python py = Python.attach();
                Scope scope = py.scope()) {
            PyAny closed = py.of("closed");
            closed.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> scope.keep(closed))
                    .withMessageContaining("is closed");
        }
    }

    @Test
    void closingOutOfOrderIsRefusedAndHarmless() {
        try (Python py = Python.attach()) {
            Scope outer = py.scope();
            PyAny reference = py.of("text");
            Scope inner = py.scope();
            assertThatIllegalStateException().isThrownBy(outer::close).withMessage("this NestedScope" + NOT_INNERMOST);
            assertThatIllegalStateException().isThrownBy(py::close).withMessage("this Python" + NOT_INNERMOST);
            assertThat(reference.str()).isEqualTo("text");
            inner.close();
            outer.close();
        }
    }

    @Test
    void closingTwiceIsRefused() {
        Python py = Python.attach();
        Scope scope = py.scope();
        scope.close();
        assertThatIllegalStateException().isThrownBy(scope::close).withMessage("this NestedScope" + CLOSED);
        py.close();
        assertThatIllegalStateException().isThrownBy(py::close).withMessage("this Python" + CLOSED);
        assertThat(py.isOpen()).isFalse();
    }

    @Test
    void closedTokenCannotBeUsedEvenIfTheThreadAttachesAgain() {
        Python old = Python.attach();
        old.close();
        assertThatIllegalStateException().isThrownBy(() -> old.of(1)).withMessage("this Python" + CLOSED);
        try (Python py = Python.attach()) {
            assertThatIllegalStateException().isThrownBy(() -> old.of(1)).withMessage("this Python" + CLOSED);
            assertThatIllegalStateException().isThrownBy(old::scope).withMessage("this Python" + CLOSED);
            assertThatIllegalStateException().isThrownBy(old::close).withMessage("this Python" + CLOSED);
            assertThat(py.of(1).asInt()).isOne();
        }
    }

    @Test
    void anotherThreadMayNotUseOrCloseAnything() {
        try (Python py = Python.attach()) {
            Scope scope = py.scope();
            PyAny reference = py.of("text");
            String mine = Thread.currentThread().getName();
            py.detach(() -> {
                for (boolean attached : new boolean[] {false, true}) {
                    refusedOnAnotherThread(attached, mine, "PyAny", reference::str);
                    refusedOnAnotherThread(attached, mine, "PyAny", reference::close);
                    refusedOnAnotherThread(attached, mine, "PyAny", () -> Py.of(reference));
                    refusedOnAnotherThread(attached, mine, "PyAny", () -> Py.move(reference));
                    refusedOnAnotherThread(attached, mine, "NestedScope", scope::close);
                    refusedOnAnotherThread(attached, mine, "NestedScope", () -> scope.keep(reference));
                    refusedOnAnotherThread(attached, mine, "Python", py::close);
                    refusedOnAnotherThread(attached, mine, "Python", () -> py.of(1));
                    refusedOnAnotherThread(attached, mine, "Python", py::scope);
                }
            });
            assertThat(reference.str()).isEqualTo("text");
            scope.close();
        }
    }

    private static void refusedOnAnotherThread(boolean attached, String owner, String what, Runnable use) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> CompletableFuture.runAsync(
                                () -> {
                                    if (attached) {
                                        Python.attach(py -> {
                                            use.run();
                                            return null;
                                        });
                                    } else {
                                        use.run();
                                    }
                                },
                                task -> Thread.ofPlatform().name("stranger").start(task))
                        .join())
                .havingCause()
                .isInstanceOf(WrongThreadException.class)
                .withMessage(
                        "this " + what + " belongs to thread \"" + owner + "\" and was used on \"stranger\". Pass a"
                                + " Py<T> between threads (Py.of(reference)) and bind it there");
    }

    @Test
    void foreignTokenIsNoProofOfAttachment() {
        try (Python py = Python.attach()) {
            Py<PyAny> shared = Py.of(py.of("shared"));
            py.detach(() -> CompletableFuture.runAsync(() -> Python.attach(own -> {
                        assertThatExceptionOfType(WrongThreadException.class).isThrownBy(() -> shared.bind(py));
                        assertThatExceptionOfType(WrongThreadException.class).isThrownBy(() -> shared.moveTo(py));
                        assertThat(shared.bind(own).str()).isEqualTo("shared");
                        return null;
                    }))
                    .join());
            shared.close();
        }
    }
}
