package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PythonFunctionBodyTest {
    private static PyDict run(Python py, PyAny f, String statements) {
        PyDict globals = py.dict();
        globals.setItem("f", f);
        py.run(statements, globals);
        return globals;
    }

    @Test
    void argumentsArriveInOrder() {
        try (Python py = Python.attach()) {
            List<String> seen = new ArrayList<>();
            PyCFunction f = py.function("f", (p, args, kwargs) -> {
                args.forEach(a -> seen.add(a.repr()));
                kwargs.forEach((k, v) -> seen.add(k + "=" + v.repr()));
                return null;
            });
            run(py, f, "r = f(1, 'two', three=3, *[4], **{'fünf': 5})\nassert r is None");
            assertThat(seen).containsExactly("1", "'two'", "4", "three=3", "fünf=5");
        }
    }

    @Test
    void anyConvertibleResultArrives() {
        try (Python py = Python.attach()) {
            Object[] result = new Object[1];
            PyCFunction f = py.function("f", (p, args, kwargs) -> result[0]);
            for (Object value :
                    new Object[] {1, 2L, "text", 1.5, true, List.of(1, 2), Map.of("a", 1), new byte[] {1}}) {
                result[0] = value;
                try (PyAny got = f.call();
                        PyAny expected = py.of(value)) {
                    assertThat(got.eq(expected)).as("%s", value).isTrue();
                }
            }
            result[0] = py.eval("object()");
            assertThat(f.call().is((PyAny) result[0])).isTrue();
        }
    }

    @Test
    void nameIsTheFunctions() {
        try (Python py = Python.attach()) {
            PyCFunction f = py.function("grüße", (p, args, kwargs) -> null);
            assertThat(f.getAttr("__name__").str()).isEqualTo("grüße");
            assertThat(f.repr()).contains("grüße");
        }
    }

    @Test
    void runsOnPythonsThreadWithItsClassLoader() throws Exception {
        ClassLoader mine = new ClassLoader(PythonFunctionBodyTest.class.getClassLoader()) {};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (Python py = Python.attach()) {
            List<Object> seen = Collections.synchronizedList(new ArrayList<>());
            Thread.currentThread().setContextClassLoader(mine);
            PyCFunction f = py.function("f", (p, args, kwargs) -> {
                seen.add(Thread.currentThread().getContextClassLoader());
                seen.add(Thread.currentThread());
                return p.eval("6 * 7");
            });
            Thread.currentThread().setContextClassLoader(before);
            PyDict globals = run(py, f, """
                    import threading
                    seen = []
                    t = threading.Thread(target=lambda: seen.append(f()))
                    t.start()
                    t.join()
                    """);
            assertThat(globals.getItem("seen").getItem(0).asLong()).isEqualTo(42);
            assertThat(seen.get(0)).isSameAs(mine);
            assertThat(seen.get(1)).isNotSameAs(Thread.currentThread());
            f.call().close();
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        }
    }

    @Test
    void manyPythonThreadsCallAtOnce() {
        try (Python py = Python.attach()) {
            AtomicInteger calls = new AtomicInteger();
            PyCFunction f = py.function("f", (p, args, kwargs) -> {
                calls.incrementAndGet();
                return p.list(args.getFirst(), 1).len();
            });
            run(py, f, """
                    import threading
                    ts = [threading.Thread(target=lambda: [f(i) for i in range(1000)]) for _ in range(8)]
                    for t in ts: t.start()
                    for t in ts: t.join()
                    """);
            assertThat(calls).hasValue(8000);
        }
    }

    private static WeakReference<Object> captureInACircle() {
        try (Python py = Python.attach()) {
            py.importModule("gc").callMethod("disable");
            Object captured = new Object();
            PyCFunction f = py.function("f", (p, args, kwargs) -> captured.hashCode());
            run(py, f, "f()\ncircle = [f]\ncircle.append(circle)\ndel f").callMethod("clear");
            return new WeakReference<>(captured);
        }
    }

    @KnownDifference(
            on = "graalpy",
            failsWith = "while Python holds the circle",
            why = "Java's collector frees GraalPy's circles by itself")
    @Test
    @Timeout(30)
    void collectedFunctionFreesItsLambda() throws Exception {
        WeakReference<Object> captured = captureInACircle();
        System.gc();
        assertThat(captured.get()).as("while Python holds the circle").isNotNull();
        Python.attach(py -> {
            py.importModule("gc").callMethod("enable");
            return py.importModule("gc").callMethod("collect").asLong();
        });
        while (captured.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
    }

    @Test
    void scopesLeftOpenAreClosed() {
        try (Python py = Python.attach()) {
            PyCFunction f = py.function("f", (p, args, kwargs) -> {
                p.scope();
                Python inner = Python.attach();
                inner.scope();
                return inner.eval("'made inside'");
            });
            assertThat(f.call().str()).isEqualTo("made inside");
            assertThat(py.eval("1").asLong()).isEqualTo(1);
        }
    }

    @Test
    void tokenAndArgumentsAreUselessAfterTheCall() {
        try (Python py = Python.attach()) {
            Python[] token = new Python[1];
            PyAny[] argument = new PyAny[1];
            py.function("f", (p, args, kwargs) -> {
                        token[0] = p;
                        argument[0] = args.getFirst();
                        return null;
                    })
                    .call("x")
                    .close();
            assertThatThrownBy(() -> token[0].eval("1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(() -> argument[0].str())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Py.of");
        }
    }

    @Test
    void tokenOfTheCallMustNotBeClosed() {
        try (Python py = Python.attach()) {
            PyCFunction f = py.function("f", (p, args, kwargs) -> {
                assertThatThrownBy(p::close)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("do not close");
                return p.eval("1");
            });
            assertThat(f.call().asLong()).isEqualTo(1);
        }
    }

    @Test
    void argumentLivesOnAsPy() {
        try (Python py = Python.attach()) {
            List<Py<PyAny>> kept = new ArrayList<>();
            PyCFunction f = py.function("f", (p, args, kwargs) -> kept.add(Py.of(args.getFirst())));
            f.call(py.list(1, 2)).close();
            try (Py<PyAny> p = kept.getFirst()) {
                assertThat(p.bind(py).len()).isEqualTo(2);
            }
        }
    }

    @Test
    void sortsHundredThousandByJavasKey() {
        try (Python py = Python.attach()) {
            PyDict globals = run(
                    py, py.function("f", (p, args, kwargs) -> -args.getFirst().asLong()), """
                    import random
                    items = list(range(100_000))
                    random.Random(7).shuffle(items)
                    good = sorted(items, key=f) == list(range(99_999, -1, -1))
                    """);
            assertThat(globals.getItem("good").isTruthy()).isTrue();
        }
    }

    @KnownDifference(on = "graalpy", failsWith = "Expecting actual", why = "GraalPy never calls __del__")
    @Test
    void servesAsDestructorWeakrefCallbackAndPartial() {
        try (Python py = Python.attach()) {
            List<String> seen = new ArrayList<>();
            PyCFunction f = py.function("f", (p, args, kwargs) -> seen.add(args.size() + ":" + kwargs.keySet()));
            run(py, f, """
                    import functools, weakref, gc
                    class A:
                        def __del__(self): f(self)
                    A()
                    class B: pass
                    b = B()
                    r = weakref.ref(b, f)
                    del b
                    functools.partial(f, 1, 2, x=3)(4)
                    a = A(); a.circle = a; del a
                    gc.collect()
                    """);
            assertThat(seen).containsExactly("1:[]", "1:[]", "3:[x]", "1:[]");
        }
    }

    @Test
    void drivesGenerators() {
        try (Python py = Python.attach()) {
            PyCFunction f =
                    py.function("f", (p, args, kwargs) -> args.getFirst().callMethod("send", 5));
            PyDict globals = run(py, f, """
                    def g():
                        got = yield 1
                        yield got * 2
                    it = g()
                    next(it)
                    result = f(it)
                    """);
            assertThat(globals.getItem("result").asLong()).isEqualTo(10);
        }
    }

    @Test
    void detachesInsideACall() {
        try (Python py = Python.attach()) {
            PyCFunction f = py.function(
                    "f",
                    (p, args, kwargs) -> p.detach(() -> {
                        try (Python again = Python.attach()) {
                            return again.eval("3").asLong();
                        }
                    }));
            assertThat(f.call().asLong()).isEqualTo(3);
        }
    }

    @Test
    void detachesOnAThreadThatPythonStartedAndEnds() {
        try (Python py = Python.attach()) {
            AtomicInteger calls = new AtomicInteger();
            PyCFunction f = py.function("f", (p, args, kwargs) -> p.detach(() -> calls.incrementAndGet()));
            run(py, f, """
                    import threading
                    for _ in range(10):
                        thread = threading.Thread(target=f)
                        thread.start()
                        thread.join()
                    """).close();
            assertThat(calls).hasValue(10);
        }
    }

    @Test
    void argumentsCountsAreBalanced() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            PyCFunction returns = py.function("f", (p, args, kwargs) -> args.getFirst());
            PyCFunction fails = py.function("f", (p, args, kwargs) -> {
                throw new IllegalStateException("x");
            });
            for (int i = 0; i < 50; i++) {
                returns.call(object).close();
                returns.call(object, object, Kwargs.of("a", object)).close();
                assertThatThrownBy(() -> fails.call(object, Kwargs.of("a", object)))
                        .hasMessage("x");
                assertThatThrownBy(() -> fails.call(object, new Object[] {fails, new int[][] {null}, object}))
                        .isInstanceOf(RuntimeException.class);
            }
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }
}
