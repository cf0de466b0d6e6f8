package dev.sanca.stress.soak;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** The kinds of work. Each does one piece of it, some milliseconds long, and checks the results. */
enum Workload {
    CALLS {
        @Override
        void work() {
            try (Python py = Python.attach()) {
                PyAny max = py.eval("max");
                for (int i = 0; i < 1_000; i++) {
                    try (PyAny result = max.call(i, 500)) {
                        expect(result.asLong() == Math.max(i, 500));
                    }
                }
            }
        }
    },
    CONVERSIONS {
        @Override
        void work() {
            Map<String, Object> value =
                    Map.of("numbers", IntStream.range(0, 500).boxed().toList(), "text", "ä€😀".repeat(50), "half", 0.5);
            try (Python py = Python.attach()) {
                for (int i = 0; i < 10; i++) {
                    try (Scope _ = py.scope()) {
                        expect(py.of(value)
                                        .cast(PyDict.class)
                                        .getItem("text")
                                        .asString()
                                        .length()
                                == 200);
                        PyList list = py.list(IntStream.range(0, 2_000).toArray());
                        expect(py.eval("sum").call(list).asLong() == 1_999_000);
                    }
                }
            }
        }
    },
    NUMPY {
        @Override
        void work() {
            double[] numbers = new double[10_000];
            Arrays.fill(numbers, 2);
            try (Python py = Python.attach()) {
                try (PyAny array = py.importModule("numpy").callMethod("asarray", py.list(numbers));
                        PyAny sum = array.callMethod("sum")) {
                    expect(sum.asDouble() == 20_000);
                }
            }
        }

        @Override
        boolean isPossible() {
            return Python.attach(py -> py.eval("__import__('importlib.util').util.find_spec('numpy') is not None")
                    .isTruthy());
        }
    },
    CALLBACKS {
        @Override
        void work() {
            try (Python py = Python.attach()) {
                PyCFunction negative = py.function(
                        "negative",
                        (token, arguments, keywords) -> -arguments.getFirst().asLong());
                try (PyAny sorted = py.eval("sorted").call(py.eval("range(1000)"), Kwargs.of("key", negative))) {
                    expect(sorted.getItem(0).asLong() == 999);
                }
            }
        }
    },
    EXCEPTIONS {
        @Override
        void work() {
            try (Python py = Python.attach()) {
                IllegalStateException own = new IllegalStateException("of Java");
                PyCFunction failing = py.function("failing", (token, arguments, keywords) -> {
                    throw own;
                });
                for (int i = 0; i < 100; i++) {
                    try {
                        py.run("1 / 0");
                        expect(false);
                    } catch (PythonException e) {
                        expect(e.typeName().equals("ZeroDivisionError"));
                    }
                    try {
                        failing.call().close();
                        expect(false);
                    } catch (IllegalStateException e) {
                        expect(e == own);
                    }
                }
            }
        }
    },
    VIRTUAL_THREADS {
        @Override
        void work() throws InterruptedException {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Long>> results = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    long n = i;
                    results.add(threads.submit(() -> Python.attach(py -> {
                        py.run("import time; time.sleep(0.001)");
                        return py.eval("abs").call(-n).asLong();
                    })));
                }
                for (int i = 0; i < 50; i++) {
                    expect(results.get(i).get() == i);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    DROPPED {
        @Override
        void work() {
            Python.attach(py -> {
                PyAny made = py.eval("[object() for _ in range(1000)]");
                for (int i = 0; i < 1_000; i++) {
                    PyAny item = made.getItem(i);
                    expect(i % 3 != 0 || Py.of(item).isAlive());
                }
                return null;
            });
        }
    },
    LONG_SCOPE {
        @Override
        void work() {
            try (Python py = Python.attach()) {
                PyAny one = py.eval("object()");
                for (int i = 0; i < 5_000; i++) {
                    expect(one.cast(PyAny.class).isAlive()); // released by the collector, or when the scope ends
                }
            }
        }
    },
    DEADLINES {
        @Override
        void work() {
            Python.attach(py -> {
                try {
                    py.within(Duration.ofMillis(5), () -> py.run("while True: pass"));
                    expect(false);
                } catch (TimeoutException e) {
                    expect(py.eval("6 * 7").asLong() == 42);
                }
                return null;
            });
        }
    },
    INTERRUPTS {
        @Override
        void work() throws InterruptedException {
            boolean[] stopped = {false};
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    Python.attachInterruptibly((Python.AnyBody<Boolean>) py -> {
                        py.run("import time; time.sleep(60)");
                        return true;
                    });
                } catch (Throwable e) {
                    stopped[0] = e instanceof InterruptedException;
                }
            });
            Thread.sleep(5);
            thread.interrupt();
            thread.join();
            expect(stopped[0]);
        }
    };

    /** Does one piece. */
    abstract void work() throws InterruptedException;

    /** Whether this Python has what it takes. */
    boolean isPossible() {
        return true;
    }

    private static void expect(boolean condition) {
        if (!condition) {
            throw new AssertionError("a wrong result");
        }
    }
}
