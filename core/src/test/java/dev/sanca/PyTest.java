package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyTest {
    private static final String CLOSED =
            "this Py is closed: its count was decremented by close() or moved by moveTo(py). Use"
                    + " it before, or take a copy() first";
    private static final String REFERENCE_CLOSED =
            "this PyAny is closed: its count was decremented by close(), or moved by"
                    + " Py.move. Use it before it is closed, or make a Py.of(reference) first";

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: 1L",
            why = "behind the interface, Python sees one count for all references that Sanca counts")
    @KnownDifference(on = "graalpy", failsWith = "expected: 0L", why = "GraalPy has no counts that one can see")
    @Test
    void ofTakesCountOfItsOwn() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            Py<PyAny> detached = Py.of(object);
            assertThat(RefCounts.of(py, object)).isEqualTo(before + 1);
            assertThat(object.isAlive()).isTrue();
            detached.close();
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: 1L",
            why = "behind the interface, Python sees one count for all references that Sanca counts")
    @KnownDifference(on = "graalpy", failsWith = "expected: 0L", why = "GraalPy has no counts that one can see")
    @Test
    void moveTakesTheCountAndClosesTheReference() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            PyAny second = object.cast(PyAny.class);
            Py<PyAny> detached = Py.move(second);
            assertThat(RefCounts.of(py, object)).isEqualTo(before + 1);
            assertThat(second.isAlive()).isFalse();
            assertThatIllegalStateException().isThrownBy(second::str).withMessage(REFERENCE_CLOSED);
            assertThatIllegalStateException().isThrownBy(() -> Py.move(second)).withMessage(REFERENCE_CLOSED);
            assertThatIllegalStateException().isThrownBy(() -> Py.of(second)).withMessage(REFERENCE_CLOSED);
            detached.close();
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: ",
            why = "behind the interface, Python sees one count for all references that Sanca counts")
    @KnownDifference(on = "graalpy", failsWith = "expected: 1L", why = "GraalPy has no counts that one can see")
    @Test
    void bindTakesNewCountAndMoveToTheOnlyOne() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            Py<PyAny> detached = Py.of(object);
            PyAny bound = detached.bind(py);
            assertThat(RefCounts.of(py, object)).isEqualTo(before + 2);
            PyAny moved = detached.moveTo(py);
            assertThat(RefCounts.of(py, object)).isEqualTo(before + 2);
            assertThat(detached.isAlive()).isFalse();
            assertThatIllegalStateException()
                    .isThrownBy(() -> detached.moveTo(py))
                    .withMessage(CLOSED);
            bound.close();
            moved.close();
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: 1L",
            why = "behind the interface, Python sees one count for all references that Sanca counts")
    @KnownDifference(on = "graalpy", failsWith = "expected: 0L", why = "GraalPy has no counts that one can see")
    @Test
    void copyIsIndependent() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            Py<PyAny> first = Py.of(object);
            Py<PyAny> second = first.copy();
            assertThat(first.is(second)).isTrue();
            first.close();
            assertThat(first.isAlive()).isFalse();
            assertThat(RefCounts.of(py, object)).isEqualTo(before + 1);
            try (PyAny bound = second.bind(py)) {
                assertThat(bound.is(object)).isTrue();
            }
            second.close();
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }

    @Test
    void copyNeedsAnAttachedThread() {
        Py<PyAny> detached = Python.attach(py -> Py.of(py.of("text")));
        assertThatIllegalStateException()
                .isThrownBy(detached::copy)
                .withMessage("Py.copy() needs an attached thread. Call it inside Python.attach(...)");
        detached.close();
    }

    @Test
    void closedPyRefusesEveryUse() {
        try (Python py = Python.attach()) {
            Py<PyAny> closed = Py.of(py.of("text"));
            Py<PyAny> open = Py.of(py.of("text"));
            closed.close();
            closed.close();
            assertThat(closed.isAlive()).isFalse();
            assertThatIllegalStateException().isThrownBy(() -> closed.bind(py)).withMessage(CLOSED);
            assertThatIllegalStateException()
                    .isThrownBy(() -> closed.moveTo(py))
                    .withMessage(CLOSED);
            assertThatIllegalStateException().isThrownBy(closed::copy).withMessage(CLOSED);
            assertThatIllegalStateException().isThrownBy(() -> closed.is(open)).withMessage(CLOSED);
            assertThatIllegalStateException().isThrownBy(() -> open.is(closed)).withMessage(CLOSED);
            assertThatIllegalStateException()
                    .isThrownBy(() -> closed.as(Runnable.class))
                    .withMessage(CLOSED);
            assertThat(closed).hasToString("Py<PyAny> (closed)");
            open.close();
        }
    }

    @Test
    void keepsTheClassOfItsReference() {
        try (Python py = Python.attach()) {
            Py<PyList> detached = Py.of(py.list(1, 2, 3));
            PyList bound = detached.bind(py);
            assertThat(bound.get(2).asInt()).isEqualTo(3);
            detached.close();
        }
    }

    @Test
    void isSharedBetweenThreads() {
        try (Py<PyAny> shared = Python.attach(py -> Py.of(py.of("shared")))) {
            String there = CompletableFuture.supplyAsync(
                            () -> Python.attach(py -> shared.bind(py).str()))
                    .join();
            assertThat(there).isEqualTo("shared");
        }
    }

    @Test
    void exactlyOneOfTwoThreadsMovesIt() {
        for (int round = 0; round < 200; round++) {
            Py<PyAny> shared = Python.attach(py -> Py.of(py.of("shared")));
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> moves(shared));
            boolean mine = moves(shared);
            assertThat(mine).isNotEqualTo(other.join());
        }
    }

    private static boolean moves(Py<PyAny> shared) {
        return Python.attach(py -> {
            try {
                return shared.moveTo(py).str().equals("shared");
            } catch (IllegalStateException e) {
                return false;
            }
        });
    }

    public interface Calculator { // public, or its default method could not be called
        long add(long a, long b);

        default long addOne(long a) {
            return add(a, 1);
        }
    }

    @Test
    void interfaceViewAttachesByItselfFromAnyThread() {
        Py<PyAny> object = Python.attach(py -> {
            py.run("""
                    class Calculator:
                        def add(self, a, b):
                            return a + b
                    """);
            return Py.of(py.eval("Calculator()"));
        });
        Calculator calculator = object.as(Calculator.class);
        assertThat(calculator.add(2, 3)).isEqualTo(5);
        assertThat(calculator.addOne(2)).isEqualTo(3);
        assertThat(CompletableFuture.supplyAsync(() -> calculator.add(20, 22)).join())
                .isEqualTo(42);
        assertThat(calculator).isEqualTo(calculator).isNotEqualTo(object.as(Calculator.class));
        assertThat(calculator.hashCode()).isEqualTo(calculator.hashCode());
        assertThat(calculator.toString()).isNotEmpty();
        object.close();
        assertThatIllegalStateException().isThrownBy(() -> calculator.add(1, 1)).withMessage(CLOSED);
    }

    @Test
    void functionalInterfaceCallsTheObjectItself() {
        try (Py<PyAny> function = Python.attach(py -> Py.of(py.eval("lambda x: x * x")))) {
            assertThat(function.as(LongUnaryOperator.class).applyAsLong(7)).isEqualTo(49);
        }
    }

    @Test
    void viewThroughClassIsRefused() {
        try (Py<PyAny> object = Python.attach(py -> Py.of(py.of(1)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> object.as(String.class))
                    .withMessage(
                            "java.lang.String is not an interface: only an interface can stand in front of a Python object");
        }
    }

    @Test
    void missingMethodOfViewIsNamed() {
        try (Py<PyAny> object = Python.attach(py -> Py.of(py.eval("object()")))) {
            Calculator calculator = object.as(Calculator.class);
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> calculator.add(1, 2));
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> object.as(List.class).size())
                    .withMessage("the Python object has no method size, which java.util.List asks for");
        }
    }

    @Test
    void closingManyTimesFromManyThreadsGivesBackOneCount() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            for (int round = 0; round < 100; round++) {
                Py<PyAny> shared = Py.of(object);
                py.detach(() -> CompletableFuture.allOf(
                                CompletableFuture.runAsync(shared::close),
                                CompletableFuture.runAsync(() -> Python.attach(p -> {
                                    shared.close();
                                    return null;
                                })),
                                CompletableFuture.runAsync(shared::close))
                        .join());
                shared.close();
            }
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }
}
