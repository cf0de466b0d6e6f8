package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.programs.TryAttachNotStarted;
import dev.sanca.programs.VirtualThreadCrowd;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OwnershipExtension.class)
class VirtualThreadTest {
    private static <T> T onVirtualThread(Callable<T> body) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.submit(body).get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Test
    void attachWithoutBodyNamesTheOtherForm() {
        assertThatIllegalStateException()
                .isThrownBy(() -> onVirtualThread(Python::attach))
                .withMessageContaining("Python.attach(py -> ...)");
    }

    @Test
    void tryAttachWithoutBodyNamesTheOtherForm() {
        Python.attach(py -> true);
        assertThatIllegalStateException()
                .isThrownBy(() -> onVirtualThread(Python::tryAttach))
                .withMessageContaining("Python.tryAttach(py -> ...)");
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void tryAttachWithBodyReturnsItsResult() throws Exception {
        Python.attach(py -> true);
        assertThat(onVirtualThread(() -> Python.tryAttach(py -> py.eval("6 * 7").asLong())))
                .contains(42L);
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void tryAttachInsideABodyIsNested() throws Exception {
        long sum = onVirtualThread(() -> Python.attach(outer -> {
            try (Python py = Python.tryAttach().orElseThrow()) {
                return py.eval("3").asLong()
                        + Python.tryAttach(inner -> inner.eval("4").asLong()).orElseThrow();
            }
        }));
        assertThat(sum).isEqualTo(7);
    }

    @Test
    void tryAttachBeforeTheStartIsEmptyHereToo() {
        assertThat(ChildJvm.of(TryAttachNotStarted.class).run().orFail()).isEqualTo("Optional.empty\nOptional.empty\n");
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void bodysResultArrives() throws Exception {
        long result = onVirtualThread(() -> Python.attach(py -> py.eval("6 * 7").asLong()));
        assertThat(result).isEqualTo(42);
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void bodysExceptionArrivesAsItself() {
        IOException error = new IOException("of the body");
        assertThatThrownBy(() -> onVirtualThread(() -> Python.attach(py -> {
                    throw error;
                })))
                .isSameAs(error);
        assertThatThrownBy(() -> onVirtualThread(() -> Python.attach(py -> py.eval("1/0"))))
                .isInstanceOf(PythonException.class)
                .hasMessage("ZeroDivisionError: division by zero");
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void nestedAttachesWorkInEitherForm() throws Exception {
        long sum = onVirtualThread(() -> Python.attach(outer -> {
            long inner = Python.attach(py -> py.eval("1").asLong());
            try (Python py = Python.attach()) {
                return inner + py.eval("2").asLong();
            }
        }));
        assertThat(sum).isEqualTo(3);
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void pythonCallsJavaOnTheVirtualThread() throws Exception {
        boolean virtual = onVirtualThread(() -> Python.attach(py -> {
            PyCFunction f =
                    py.function("f", (p, args, kwargs) -> Thread.currentThread().isVirtual());
            try (PyAny result = f.call()) {
                return result.isTruthy();
            }
        }));
        assertThat(virtual).isTrue();
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void detachedBodyMayAttachAgain() throws Exception {
        long sum = onVirtualThread(() -> Python.attach(py -> {
            PyAny one = py.eval("1");
            long two = py.detach(() -> {
                Thread.sleep(1);
                assertThatThrownBy(one::asLong).isInstanceOf(IllegalStateException.class);
                return Python.attach(p -> p.eval("2").asLong());
            });
            return one.asLong() + two;
        }));
        assertThat(sum).isEqualTo(3);
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void tokenIsUselessAfterTheBody() throws Exception {
        Python[] kept = new Python[1];
        onVirtualThread(() -> Python.attach(py -> kept[0] = py));
        assertThatThrownBy(() -> kept[0].eval("1")).isInstanceOf(RuntimeException.class);
    }

    @Tag("cpython") // of its gate: nothing holds a virtual thread in GraalPy
    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "4"})
    void tenThousandBodiesThatSleepLeaveOthersAlive(String carriers) {
        String output = ChildJvm.of(VirtualThreadCrowd.class)
                .options("-Djdk.virtualThreadScheduler.parallelism=" + carriers)
                .arguments(carriers)
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n");
    }
}
