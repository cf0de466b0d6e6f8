package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.programs.TryAttachNotStarted;
import dev.sanca.programs.VirtualThreadCrowd;
import dev.sanca.programs.VirtualThreadNests;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
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

    @Tag("cpython")
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bodiesThatWaitForOthersTakeNoCarrierFromThem(int processors) {
        String output = ChildJvm.of(VirtualThreadNests.class)
                .options("-XX:ActiveProcessorCount=" + processors)
                .timeout(Duration.ofSeconds(240))
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n");
    }

    @Tag("cpython")
    @Test
    void aVirtualThreadHasItsOwnThreadLocalsContextAndThreadObject() throws Exception {
        Python.attach(py -> {
            py.run("""
                    import contextvars, threading
                    own_local = threading.local()
                    own_var = contextvars.ContextVar('own_var', default=None)
                    def own_step(n):
                        me = threading.current_thread()
                        seen = getattr(own_local, 'n', None), own_var.get(), getattr(me, 'n', None)
                        own_local.n = n
                        own_var.set(n)
                        me.n = n
                        return repr(seen) + (' ok' if me.ident == threading.get_ident() else ' not my identifier')
                    """);
            return true;
        });
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            threads.add(Thread.startVirtualThread(() -> {
                for (int k = 0; k < 5; k++) {
                    seen.add(n + "/" + k + ": "
                            + Python.attach(py -> py.eval("own_step").call(n).asString()));
                    LockSupport.parkNanos(200_000);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<String> right = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            for (int k = 0; k < 5; k++) {
                String own = k == 0 ? "None" : String.valueOf(n);
                right.add(n + "/" + k + ": (" + own + ", " + own + ", " + own + ") ok");
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(right);
        Python.attach(py -> {
            py.run("del own_local, own_var, own_step");
            return true;
        });
    }

    @Tag("cpython")
    @Test
    void aBodyInsideDetachSharesTheThreadLocalsOfTheOuterBody() throws Exception {
        String seen = onVirtualThread(() -> Python.attach(py -> {
            py.run("import threading\nshared_local = threading.local()\nshared_local.x = 'outer'");
            String inner =
                    py.detach(() -> Python.attach(p -> p.eval("shared_local.x").asString()));
            String after = py.eval("shared_local.x").asString();
            py.run("del shared_local");
            return inner + " " + after;
        }));
        assertThat(seen).isEqualTo("outer outer");
    }

    @Tag("cpython")
    @Test
    void whatAnEndedVirtualThreadKeptIsReleased() throws Exception {
        Python.attach(py -> {
            py.run("""
                    import threading, weakref
                    ended_local = threading.local()
                    class Ended: pass
                    ended = []
                    """);
            return true;
        });
        onVirtualThread(() -> Python.attach(py -> {
            py.run("e = Ended(); ended.append(weakref.ref(e)); ended_local.x = e; del e");
            return true;
        }));
        boolean gone = false;
        for (int i = 0; i < 100 && !gone; i++) {
            System.gc();
            Thread.sleep(20);
            gone = Python.attach(py -> py.eval("ended[0]() is None").isTruthy());
        }
        Python.attach(py -> {
            py.run("del ended_local, Ended, ended");
            return true;
        });
        assertThat(gone).isTrue();
    }
}
