package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.BusyFinalizers;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a count is decremented: at once, at the next attach, or after the collector has found it. */
@Tag("cpython") // elsewhere Java's collector finds objects, whenever it does
@ExtendWith(OwnershipExtension.class)
class ReleaseTest {
    private static final int PATIENCE = 200;

    @Test
    void closedWhileAttachedIsReleasedThenAndThere() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            PyAny bound = mortals.make(py);
            Py<PyAny> detached = Py.move(mortals.make(py));
            assertThat(mortals.deaths()).isZero();
            bound.close();
            assertThat(mortals.deaths()).isOne();
            detached.close();
            assertThat(mortals.deaths()).isEqualTo(2);
            mortals.close();
        }
    }

    @Test
    void endOfScopeReleases() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            try (Scope scope = py.scope()) {
                for (int i = 0; i < 1_000; i++) {
                    mortals.make(py);
                }
                assertThat(scope.isOpen()).isTrue();
            }
            assertThat(mortals.deaths()).isEqualTo(1_000);
            mortals.close();
        }
    }

    @Test
    void closedWhileDetachedIsReleasedAtTheNextAttachAndNotBefore() throws InterruptedException {
        Py<PyAny>[] object = holder();
        Mortals mortals = Python.attach(py -> {
            Mortals made = new Mortals(py);
            object[0] = Py.move(made.make(py));
            return made;
        });
        object[0].close();
        assertThat(Python.stats().poolPending()).isOne();
        Thread.sleep(50); // no other thread decrements the count
        assertThat(mortals.deaths()).isZero();
        Python.attach(py -> {
            assertThat(mortals.deaths()).isOne();
            return null;
        });
        assertThat(Python.stats().poolPending()).isZero();
        mortals.close();
    }

    @Test
    void nestedAttachGivesBackToo() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            Py<PyAny> object = Py.move(mortals.make(py));
            CountDownLatch dropped = new CountDownLatch(1);
            Thread.ofPlatform().start(() -> {
                object.close();
                dropped.countDown();
            });
            await(dropped);
            assertThat(mortals.deaths()).isZero();
            try (Python inner = Python.attach()) {
                assertThat(mortals.deaths()).isOne();
                assertThat(inner.isOpen()).isTrue();
            }
            mortals.close();
        }
    }

    @Test
    void foundByTheCollectorIsReleasedAtTheNextAttachAndNotBefore() throws InterruptedException {
        Mortals mortals = Python.attach(py -> {
            Mortals made = new Mortals(py);
            for (int i = 0; i < 100; i++) {
                Py.move(made.make(py));
            }
            return made;
        });
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(mortals.deaths()).isZero();
        for (int i = 0; i < PATIENCE && mortals.deaths() < 100; i++) {
            System.gc();
            Python.attach(py -> null);
        }
        assertThat(mortals.deaths()).isEqualTo(100);
        mortals.close();
    }

    @Test
    void detachedReferencesFoundWhileTheThreadStaysAttachedAreReleased() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            for (int i = 0; i < 1_000; i++) {
                Py.move(mortals.make(py));
            }
            makeUntil(py, () -> mortals.deaths() == 1_000);
            assertThat(mortals.deaths()).isEqualTo(1_000);
            mortals.close();
        }
    }

    @Test
    void boundReferencesFoundByTheCollectorAreReleasedBeforeTheScopeEnds() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            PyAny first = mortals.make(py);
            for (int i = 0; i < 10_000; i++) {
                mortals.make(py);
            }
            // the chunk being filled stays, and so does the one that holds the reference in use
            makeUntil(py, () -> mortals.deaths() > 9_000);
            assertThat(mortals.deaths()).isBetween(9_000, 10_000);
            assertThat(first.isAlive()).isTrue();
            assertThat(first.str()).contains("Mortal");
            mortals.close();
        }
    }

    @Test
    void outerScopesReferencesAreFoundFromAnInnerScope() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            for (int i = 0; i < 10_000; i++) {
                mortals.make(py);
            }
            try (Scope inner = py.scope()) {
                makeUntil(py, () -> mortals.deaths() > 9_000);
                assertThat(inner.isOpen()).isTrue();
            }
            assertThat(mortals.deaths()).isGreaterThan(9_000);
            mortals.close();
        }
    }

    @Test
    void callbackDoesNotReleaseWhatItsCallerMayBeUsing() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            for (int i = 0; i < 10_000; i++) {
                mortals.make(py);
            }
            int[] before = new int[1];
            int[] inside = new int[1];
            PyCFunction callback = py.function("callback", (p, args, kwargs) -> {
                before[0] = mortals.deaths();
                makeUntil(p, () -> false);
                inside[0] = mortals.deaths();
                return null;
            });
            callback.call().close();
            assertThat(inside[0]).isEqualTo(before[0]);
            mortals.close();
        }
    }

    /** Makes references, which is when a thread looks for dead chunks, and collects, until enough has been found. */
    private static void makeUntil(Python py, BooleanSupplier enough) {
        PyAny value = py.of("x");
        for (int i = 0; i < 20 && !enough.getAsBoolean(); i++) {
            System.gc();
            sleep(2);
            for (int n = 0; n < 2_000; n++) {
                value.cast(PyAny.class);
            }
        }
    }

    @Test
    void millionDroppedByEightDetachedThreadsAllArrive() throws InterruptedException {
        int threads = 8;
        int each = 125_000;
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            List<Py<PyAny>> all = new ArrayList<>(threads * each);
            for (int i = 0; i < threads * each; i++) {
                all.add(Py.of(object));
            }
            assertThat(RefCounts.of(py, object)).isEqualTo(before + threads * each);
            PythonStats stats = Python.stats();
            List<Thread> dropping = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                List<Py<PyAny>> mine = all.subList(t * each, (t + 1) * each);
                dropping.add(Thread.ofPlatform().start(() -> mine.forEach(Py::close)));
            }
            for (Thread thread : dropping) {
                thread.join();
            }
            assertThat(Python.stats().poolPending()).isEqualTo(stats.poolPending() + threads * each);
            assertThat(RefCounts.of(py, object)).isEqualTo(before + threads * each);
            Python.attach(inner -> null);
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
            assertThat(Python.stats().poolDrained()).isEqualTo(stats.poolDrained() + threads * each);
        }
    }

    @Test
    void dropsMeetDrains() throws InterruptedException {
        int threads = 4;
        int each = 20_000;
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            Py<PyAny> shared = Py.of(object);
            long before = RefCounts.of(py, object);
            py.detach(() -> {
                List<Thread> all = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    all.add(Thread.ofPlatform().start(() -> {
                        for (int i = 0; i < each / 100; i++) {
                            List<Py<PyAny>> copies = Python.attach(p -> {
                                List<Py<PyAny>> made = new ArrayList<>();
                                for (int n = 0; n < 100; n++) {
                                    made.add(shared.copy());
                                }
                                return made;
                            });
                            copies.forEach(Py::close);
                        }
                    }));
                }
                for (Thread thread : all) {
                    thread.join();
                }
            });
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
            shared.close();
        }
    }

    @Test
    void finalizerOnPythonThreadMayDropJavasReferences() {
        try (Python py = Python.attach()) {
            Mortals mortals = new Mortals(py);
            Py<PyAny> object = Py.move(mortals.make(py));
            AtomicReference<@Nullable String> where = new AtomicReference<>();
            PyCFunction drop = py.function("drop", (p, args, kwargs) -> {
                where.set(Thread.currentThread().getName());
                object.close();
                return mortals.deaths();
            });
            py.importModule("builtins").setAttr("_drop", drop);
            py.run("""
                    import threading, builtins
                    class Dropping:
                        def __del__(self):
                            builtins._drop()
                    def drop():
                        dropping = Dropping()
                        del dropping
                    thread = threading.Thread(target=drop)
                    thread.start()
                    thread.join()
                    del builtins._drop, thread
                    """);
            assertThat(where.get())
                    .isNotNull()
                    .isNotEqualTo(Thread.currentThread().getName());
            assertThat(mortals.deaths()).isOne();
            mortals.close();
        }
    }

    @Test
    void finalizerThatAttachesDropsAndCallsJavaDoesNotDeadlock() {
        assertThat(ChildJvm.of(BusyFinalizers.class)
                        .timeout(Duration.ofSeconds(60))
                        .run()
                        .orFail())
                .contains("all died");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Py<PyAny>[] holder() {
        return new Py[1];
    }
}
