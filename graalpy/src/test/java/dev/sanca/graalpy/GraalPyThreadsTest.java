package dev.sanca.graalpy;

import static dev.sanca.graalpy.Glance.bind;
import static dev.sanca.graalpy.Glance.call;
import static dev.sanca.graalpy.Glance.eval;
import static dev.sanca.graalpy.Glance.exec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads in one GraalPy, of Java and of Python. */
@Timeout(120)
class GraalPyThreadsTest {
    private static final int THREADS = 8;

    private final PythonRuntime python = new GraalPyRuntime();

    @Test
    void manyThreadsAreAttachedAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(THREADS);
        List<Future<Long>> sums = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                long n = i;
                sums.add(threads.submit(() -> attached(() -> {
                    all.countDown();
                    assertThat(all.await(60, TimeUnit.SECONDS)).isTrue(); // each waits while it has entered
                    return python.asLong(
                            call(python, eval(python, "sum"), eval(python, "range(" + n + " * 1000)")), -1);
                })));
            }
        }
        for (int i = 0; i < THREADS; i++) {
            long n = i * 1000L;
            assertThat(sums.get(i).get()).isEqualTo(n * (n - 1) / 2);
        }
    }

    @Test
    void eachThreadGetsItsOwnErrors() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int n = i;
                results.add(threads.submit(() -> attached(() -> {
                    Object thrower = eval(python, "lambda n: {}[n]");
                    for (int k = 0; k < 200; k++) {
                        long key = n * 1000L + k;
                        try {
                            call(python, thrower, python.fromJava(key));
                            return false;
                        } catch (Raised e) {
                            Object got = python.getItem(python.getAttr(e.exception(), "args"), python.fromJava(0L));
                            assertThat(python.asLong(got, -1)).isEqualTo(key);
                        }
                    }
                    return true;
                })));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void pythonThreadsCallJava() throws Exception {
        attached(() -> {
            List<String> names = java.util.Collections.synchronizedList(new ArrayList<>());
            bind(python, "f", python.function("f", (arguments, _) -> {
                names.add(Thread.currentThread().getName());
                return arguments[0];
            }));
            exec(python, """
                    import threading
                    got = []
                    threads = [threading.Thread(target=lambda i=i: got.append(f(i))) for i in range(5)]
                    for t in threads: t.start()
                    for t in threads: t.join()
                    """);
            assertThat(python.asString(eval(python, "str(sorted(got))"))).isEqualTo("[0, 1, 2, 3, 4]");
            assertThat(names).hasSize(5).doesNotContain(Thread.currentThread().getName());
            return null;
        });
    }

    @Test
    void aFunctionThatWaitsLetsOthersRun() throws Exception {
        attached(() -> {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            Object f = python.function("f", (_, _) -> {
                inside.countDown();
                try {
                    return python.fromJava(go.await(60, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            Future<Object> other;
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                other = thread.submit(() -> attached(() -> call(python, f)));
                assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
                assertThat(python.asLong(eval(python, "1 + 1"), 0)).isEqualTo(2);
                go.countDown();
            }
            assertThat(python.is(other.get(), python.fromJava(true))).isTrue();
            return null;
        });
    }

    @Test
    void virtualThreadsRunAndSleep() throws Exception {
        List<Future<Long>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                long n = i;
                results.add(threads.submit(() -> attached(() -> {
                    Object o = python.fromJava(n);
                    Thread.sleep(1);
                    return python.asLong(call(python, eval(python, "abs"), o), -1);
                })));
            }
        }
        for (int i = 0; i < 200; i++) {
            assertThat(results.get(i).get()).isEqualTo(i);
        }
    }

    @Test
    void anObjectIsGivenUpWithItsPythonObject() throws Exception {
        List<java.lang.ref.WeakReference<Object>> gone = new ArrayList<>();
        attached(() -> {
            for (int i = 0; i < 10; i++) {
                Object o = new Object();
                gone.add(new java.lang.ref.WeakReference<>(o));
                bind(python, "kept", python.function("kept", (_, _) -> python.fromJava((long) o.hashCode())));
                python.asLong(eval(python, "kept()"), 0);
                exec(python, "del kept");
            }
            return null;
        });
        for (int i = 0; i < 50 && gone.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(gone.stream().filter(r -> r.get() != null).count()).isLessThanOrEqualTo(1);
    }

    private interface Body<R> {
        R run() throws Exception;
    }

    private <R> R attached(Body<R> body) throws Exception {
        python.enter();
        try {
            return body.run();
        } finally {
            python.leave();
        }
    }
}
