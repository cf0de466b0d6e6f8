package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Eight threads at what threads share: references, the pool, functions and the names that they look up. With a GIL they take
 * turns; without one they run at the same time, and begin each round together.
 */
@ExtendWith(OwnershipExtension.class)
class ParallelTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 2_000;

    /** What each thread does in each round. */
    @FunctionalInterface
    private interface Work {
        void run(int thread, int round) throws Exception;
    }

    @Test
    void attachedThreadsRunAtTheSameTimeWithoutGil() throws Exception {
        boolean gil = Python.attach(py -> {
            PyAny sys = py.importModule("sys");
            return !sys.hasAttr("_is_gil_enabled")
                    || sys.callMethod("_is_gil_enabled").asBoolean();
        });
        CyclicBarrier all = new CyclicBarrier(THREADS);
        inParallel(
                1,
                (thread, round) -> Python.attach(py -> {
                    int[] met = {0};
                    PyCFunction meet = py.function("meet", (p, args, kwargs) -> {
                        if (gil) {
                            p.detach(() -> await(all)); // else no other thread could attach
                        } else {
                            await(all);
                        }
                        return ++met[0];
                    });
                    assertThat(meet.call().asInt()).isOne();
                    return null;
                }));
    }

    @RepeatedTest(3)
    void sharedReferenceIsCopiedWhileOthersCloseIt() throws Exception {
        Py<PyAny> object = Python.attach(py -> Py.of(py.eval("type('Shared', (), {})()")));
        long before = count(object);
        AtomicReferenceArray<@Nullable Py<PyAny>> shared = new AtomicReferenceArray<>(2);
        AtomicInteger copied = new AtomicInteger();
        try (Python py = Python.attach()) { // for those that look first
            shared.set(0, object.copy());
            shared.set(1, object.copy());
        }
        inParallel(
                ROUNDS,
                (thread, round) -> Python.attach(py -> {
                    int slot = round % 2;
                    if (thread % 2 == 0) {
                        drop(shared.getAndSet(slot, object.copy()));
                    } else {
                        Py<PyAny> seen = shared.get(slot);
                        if (seen != null && isCopied(py, seen)) {
                            copied.incrementAndGet();
                        }
                    }
                    return null;
                }));
        drop(shared.get(0));
        drop(shared.get(1));
        assertThat(count(object)).isEqualTo(before);
        assertThat(copied.get()).isPositive();
        object.close();
    }

    /** Whether it was still open, and could be used. */
    private static boolean isCopied(Python py, Py<PyAny> seen) {
        try (PyAny bound = seen.bind(py)) {
            assertThat(bound.hasAttr("__dict__")).isTrue();
            return true;
        } catch (IllegalStateException closed) {
            assertThat(closed).hasMessageContaining("this Py is closed");
            return false;
        }
    }

    @Test
    @KnownDifference(on = "graalpy", failsWith = "expected: 16000", why = "GraalPy never calls __del__")
    void countsDroppedAttachedAndDetachedAllArrive() throws Exception {
        AtomicInteger deaths = new AtomicInteger();
        Py<PyAny> type = Python.attach(py -> {
            PyCFunction died = py.function("died", (p, args, kwargs) -> deaths.incrementAndGet());
            return Py.of(py.eval("lambda died: type('Mortal', (), {'__del__': lambda self: died()})")
                    .call(died));
        });
        AtomicReferenceArray<@Nullable Py<PyAny>> last = new AtomicReferenceArray<>(THREADS);
        inParallel(ROUNDS, (thread, round) -> {
            Py<PyAny> made = Python.attach(py -> Py.move(type.bind(py).call()));
            Py<PyAny> others = last.getAndSet((thread + round) % THREADS, made);
            if (round % 2 == 0) {
                drop(others);
            } else {
                Python.attach(py -> {
                    drop(others);
                    return null;
                });
            }
        });
        for (int i = 0; i < THREADS; i++) {
            drop(last.get(i));
        }
        type.close();
        Python.attach(py -> {
            py.importModule("gc").callMethod("collect").close(); // without a GIL, the dead may wait for it
            return null;
        });
        assertThat(deaths.get()).isEqualTo(THREADS * ROUNDS);
    }

    @Test
    void functionIsCalledByPythonsThreadsAndJavasAtOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Py<PyCFunction> function = Python.attach(py -> Py.of(py.function("add", (p, args, kwargs) -> {
            calls.incrementAndGet();
            return p.of(args.getFirst().asInt() + kwargs.get("more").asInt());
        })));
        Py<PyAny> run = Python.attach(py ->
                Py.of(py.moduleFromCode("""
                import threading
                def run(function, rounds):
                    wrong = []
                    def work():
                        for i in range(rounds):
                            if function(i, more=1) != i + 1: wrong.append(i)
                    threads = [threading.Thread(target=work) for _ in range(4)]
                    for thread in threads: thread.start()
                    for thread in threads: thread.join()
                    return len(wrong)
                """, "parallel.py", "parallel_by_test").getAttr("run")));
        inParallel(
                1,
                (thread, round) -> Python.attach(py -> {
                    assertThat(run.bind(py).call(function.bind(py), 500).asInt())
                            .isZero();
                    return null;
                }));
        assertThat(calls.get()).isEqualTo(THREADS * 4 * 500);
        Python.attach(py -> {
            py.run("import sys; del sys.modules['parallel_by_test']");
            return null;
        });
        run.close();
        function.close();
    }

    @Test
    void namesExceptionsAndConversionsAreMadeOnceByWhoeverIsFirst() throws Exception {
        inParallel(
                200,
                (thread, round) -> Python.attach(py -> {
                    PyAny holder = py.eval("type('Holder', (), {})()");
                    holder.setAttr("attribute_" + round, List.of(thread, round));
                    assertThat(holder.getAttr("attribute_" + round).as(int[].class))
                            .containsExactly(thread, round);
                    PyCFunction fails = py.function("fails", (p, args, kwargs) -> {
                        throw new OwnException(round);
                    });
                    try {
                        fails.call();
                        throw new AssertionError("it did not fail");
                    } catch (OwnException e) {
                        assertThat(e.round).isEqualTo(round);
                    }
                    return null;
                }));
    }

    @SuppressWarnings("serial")
    private static final class OwnException extends RuntimeException {
        final int round;

        OwnException(int round) {
            super("round " + round);
            this.round = round;
        }
    }

    private static void inParallel(int rounds, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                all.add(threads.submit(() -> {
                    await(start);
                    for (int round = 0; round < rounds && failure.get() == null; round++) {
                        try {
                            work.run(thread, round);
                        } catch (Throwable e) {
                            failure.compareAndSet(null, e);
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(2, TimeUnit.MINUTES);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
        assertThat(failure.get()).isNull();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("not all came", e);
        }
    }

    private static long count(Py<PyAny> object) {
        return Python.attach(py -> {
            try (PyAny bound = object.bind(py)) {
                return RefCounts.of(py, bound);
            }
        });
    }

    private static void drop(@Nullable Py<PyAny> reference) {
        if (reference != null) {
            reference.close();
        }
    }
}
