package dev.sanca.stress.fuzz;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyModule;
import java.util.List;
import java.util.stream.IntStream;

/** The Python code that programs use, as detached references that stay open. */
final class PythonCode {
    private static final String CODE = """
            import _thread, gc, sys, threading, time, weakref

            alive = weakref.WeakSet()

            class T:
                def same(self):
                    return self

            def make():
                made = T()
                alive.add(made)
                return made

            def living():
                return len(alive)

            def fail():
                raise ValueError('raised by a step')

            def plain(f, *args):
                return f(*args)

            def last(f, *args):
                try:
                    return f(*args)
                finally:
                    sum(range(3))

            def again(f, *args):
                try:
                    return f(*args)
                except Exception as e:
                    raise

            def generated(f, *args):
                def values():
                    yield f(*args)
                return next(values())

            def inner(f, *args):
                return (lambda *more: f(*more))(*args)

            def by_key(f, *args):
                results = []
                sorted([1], key=lambda n: results.append(f(*args)))
                return results.pop()

            def swallowing(f, *args):
                try:
                    return f(*args)
                except Exception:
                    return None

            def loop(seconds):
                end = time.monotonic() + seconds
                while time.monotonic() < end:
                    pass

            def sleep(seconds):
                time.sleep(seconds)

            def wait(seconds):
                threading.Event().wait(seconds)
            """;

    /** Seconds of a wait that must be stopped: more than any delay, so that it shows when it is not. */
    private static final int LONG = 15;

    private static final List<String> CALLERS =
            List.of("plain", "last", "again", "generated", "inner", "by_key", "swallowing");

    private final List<Py<PyAny>> callers;
    private final List<Py<PyAny>> waits;
    final Py<PyAny> make;
    final Py<PyAny> living;
    final Py<PyAny> fail;
    final Py<PyAny> getrefcount;
    final Py<PyAny> collect;
    final Py<PyAny> startThread;

    /** The thread is attached. */
    PythonCode(Python py) {
        PyModule module = py.moduleFromCode(CODE, "sanca_fuzz.py", "sanca_fuzz");
        callers = CALLERS.stream().map(name -> Py.of(module.getAttr(name))).toList();
        waits = IntStream.range(0, 3)
                .mapToObj(i ->
                        Py.of(module.getAttr(List.of("loop", "sleep", "wait").get(i))))
                .toList();
        make = Py.of(module.getAttr("make"));
        living = Py.of(module.getAttr("living"));
        fail = Py.of(module.getAttr("fail"));
        getrefcount = Py.of(module.getAttr("sys").getAttr("getrefcount"));
        collect = Py.of(module.getAttr("gc").getAttr("collect"));
        startThread = Py.of(module.getAttr("_thread").getAttr("start_new_thread"));
    }

    Py<PyAny> caller(int n) {
        return callers.get(n % callers.size());
    }

    /** Whether that caller catches exceptions. */
    boolean isSwallowing(int n) {
        return n % callers.size() == callers.size() - 1;
    }

    /** Runs Python code that ends by a stop alone. */
    void waitForStop(Python py, int n) {
        try (PyAny wait = waits.get(n % waits.size()).bind(py)) {
            wait.call(LONG).close();
        }
        throw new Disagreement("Python code that waits was not stopped within " + LONG + " s");
    }
}
