package dev.sanca.programs;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs out of stack in every way: {@code main} takes a thread's stack in KiB, {@code virtual} or {@code python} for its
 * kind, then the families of ways. Prints each way before it is tried, so that a dead JVM tells which one it was.
 */
public final class StackTorture {
    /** One way to run out of stack. */
    @FunctionalInterface
    private interface Way {
        void go(Python py) throws Exception;
    }

    private static final int ROUNDS = 2;

    private static final Map<String, Map<String, Way>> FAMILIES = new LinkedHashMap<>();

    private StackTorture() {}

    private static void way(String family, String name, Way way) {
        FAMILIES.computeIfAbsent(family, f -> new LinkedHashMap<>()).put(name, way);
    }

    // ---- Java and Python call each other; the Python function is g and calls the Java function f ----

    private static void calls(String name, int javaLevels, String python) {
        way("calls", name, py -> mutual(py, javaLevels, python));
    }

    private static void mutual(Python py, int javaLevels, String python) throws Exception {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Py<PyAny>[] g = new Py[1];
        int[] left = {20_000}; // before 3.13, Python turns a __del__ that makes the next object into a loop without end
        PyCFunction f = py.function("f", (p, args, kwargs) -> {
            if (left[0]-- == 0) {
                throw new IllegalStateException("enough");
            }
            if (left[0] > 0) {
                deeper(javaLevels, () -> {
                    try (PyAny bound = g[0].bind(p)) {
                        bound.call(1).close();
                    }
                });
            }
            return 1;
        });
        try (Py<PyAny> held = Py.of(define(py, python, f))) {
            g[0] = held;
            try (PyAny bound = held.bind(py)) {
                bound.call(1);
            }
        }
    }

    private static void deeper(int levels, Runnable then) {
        if (levels == 0) {
            then.run();
        } else {
            deeper(levels - 1, then);
        }
    }

    private static PyAny define(Python py, String python, @Nullable PyAny f) {
        PyDict globals = py.dict();
        globals.setItem("f", f);
        py.run(python, globals);
        return globals.getItem("g");
    }

    // ---- Java overflows its stack, and calls Python from there ----

    private static void overflow(String name, String python, Way call) {
        way("overflow", name, py -> {
            try (Py<PyAny> g = Py.of(define(py, python, py.function("f", (p, args, kwargs) -> 1)))) {
                held = g;
                toTheEnd(py, call);
            }
        });
    }

    private static Py<PyAny> held;

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private static int toTheEnd(Python py, Way call) throws Exception {
        try {
            return 1 + toTheEnd(py, call);
        } catch (StackOverflowError e) {
            try {
                call.go(py); // another overflow goes up one frame, where there is a little more room
            } catch (PythonException x) {
                if (!x.typeName().equals("RecursionError")) {
                    throw x;
                }
            }
            return 0;
        }
    }

    private static void python(String name, String code) {
        way("python", name, py -> py.run("""
                import json, pickle, copy, functools, re
                def nest(n):
                    x = []
                    for _ in range(n):
                        x = [x]
                    return x
                """ + code, py.dict()));
    }

    // ---- Python uses proxies of Java objects, whose methods call Python function g, or do not ----

    /** Public, so that Python can call its methods. */
    public static final class Echo implements Comparable<Echo> {
        private final boolean calls;

        Echo(boolean calls) {
            this.calls = calls;
        }

        public int go() {
            if (calls) {
                Python.attach(py -> {
                    try (PyAny g = held.bind(py)) {
                        g.call().close();
                    }
                    return 0;
                });
            }
            return 1;
        }

        public Echo again() {
            return new Echo(calls);
        }

        @Override
        public int compareTo(Echo other) {
            return go();
        }

        @Override
        public boolean equals(Object other) {
            return go() == 1;
        }

        @Override
        public int hashCode() {
            return go();
        }

        @Override
        public String toString() {
            return "echo " + go();
        }
    }

    private static void proxies(String name, String python) {
        way("proxies", name, py -> {
            PyDict globals = py.dict();
            globals.setItem("p", py.of(new Echo(true)));
            globals.setItem("q", py.of(new Echo(true)));
            globals.setItem("quiet", py.of(new Echo(false)));
            py.run(python, globals);
            try (Py<PyAny> g = Py.of(globals.getItem("g"))) {
                held = g;
                globals.getItem("g").call();
            }
        });
    }

    static {
        proxies("text", "def g(): return str(p)");
        proxies("hash", "def g(): return hash(p)");
        proxies("equality", "def g(): return p == q");
        proxies("order", "def g(): return p < q");
        proxies("sort", "def g(): return sorted([p, q, p, q])");
        proxies("method", "def g(): return p.go()");
        proxies("no Python frame", "g = p.go");
        proxies(
                "quiet ones",
                "def r(n): return (str(quiet), hash(quiet), quiet < quiet.again(), quiet.go(), r(n + 1))\ndef g(): r(0)");
        proxies("attribute", "def r(n): return (hasattr(quiet, 'no'), quiet.go, r(n + 1))\ndef g(): r(0)");
        proxies("names", "def r(n): return (dir(quiet), r(n + 1))\ndef g(): r(0)");
        proxies("subclass", """
                class Sub(type(quiet)):
                    def __del__(self): quiet.go()
                def r(n):
                    s = Sub(quiet)
                    s.me = s
                    s = Sub(quiet)
                    return r(n + 1)
                def g(): r(0)
                """);
        proxies("death", """
                def r(n):
                    a = quiet.again()
                    b = [quiet.again()]
                    del a
                    return r(n + 1)
                def g(): r(0)
                """);
        proxies("death in deep nesting", """
                class Sub(type(quiet)): pass
                def nest(x):
                    for _ in range(50000):
                        y = Sub(quiet)
                        y.x = [x, quiet.again(), quiet.go]
                        x = y
                    return x
                x = [nest(None), nest(None)]
                def r(n):
                    try:
                        return r(n + 1)
                    except RecursionError:
                        if x: x.pop()
                        raise
                def g(): r(0)
                """);
        way(
                "proxies",
                "made and printed in the depths of Java",
                py -> toTheEnd(py, p -> {
                    try (PyAny proxy = py.of(new Echo(false))) {
                        proxy.str();
                        proxy.callMethod("go").close();
                    }
                }));
        way("proxies", "death in the depths of Java", py -> {
            ArrayDeque<PyAny> proxies = new ArrayDeque<>();
            for (int i = 0; i < 3000; i++) {
                PyAny proxy = py.of(new Echo(false));
                proxy.hash(); // now Python has it
                proxies.add(proxy);
            }
            toTheEnd(py, p -> proxies.pop().close());
        });

        calls("function", 0, "def g(x): return f(x)");
        calls("function with fifty Java frames", 50, "def g(x): return f(x)");
        calls("function with a thousand Java frames", 1000, "def g(x): return f(x)");
        calls("sort key", 0, "def g(x): return sorted([1, 2, 3], key=f)");
        calls("attribute", 0, "class A:\n  def __getattr__(self, n): return f(n)\ndef g(x): return A().foo");
        calls("destructor", 0, "class A:\n  def __del__(self): f(0)\ndef g(x):\n  a = A()\n  del a\n  return 1");
        calls("comparison", 5, "class A:\n  def __lt__(self, o): return f(0)\ndef g(x): return A() < A()");
        calls("substitution", 0, "import re\ndef g(x): return re.sub('a', f, 'aaa')");
        calls("no Python frame", 0, "g = f");

        overflow("call", "def g(x): return f(x)", py -> use(py, g -> g.call(1)));
        overflow("Java function", "g = f", py -> use(py, g -> g.call(1)));
        overflow("sort", "def g(x): return sorted([3, 1, 2], key=f)", py -> use(py, g -> g.call(1)));
        overflow(
                "attribute",
                "class A:\n  def __getattr__(self, n): return f(n)\ng = A()",
                py -> use(py, g -> g.getAttr("x")));
        overflow("eval", "g = 1", py -> py.eval("repr([[1]])"));
        way("overflow", "death of Java functions", py -> {
            ArrayDeque<PyAny> functions = new ArrayDeque<>();
            for (int i = 0; i < 3000; i++) {
                functions.add(py.function("f", (p, args, kwargs) -> 1));
            }
            toTheEnd(py, p -> functions.pop().close());
        });
        way("overflow", "death of objects that call Java", py -> {
            String code = "class A:\n  def __del__(self): f(0)\ng = [[A() for i in range(10)]]";
            ArrayDeque<PyAny> objects = new ArrayDeque<>();
            for (int i = 0; i < 100; i++) {
                objects.add(define(py, code, py.function("f", (p, args, kwargs) -> 1)));
            }
            toTheEnd(py, p -> objects.pop().close());
        });

        python("plain calls", "def r(n): return r(n + 1)\nr(0)");
        python("reduce", "def r(n): return functools.reduce(lambda a, b: r(n + 1), [1, 2])\nr(0)");
        python("attributes", "class A:\n  def __getattr__(self, n): return getattr(self, n + 'x')\nA().x");
        python("substitution", "def r(n): return re.sub('a', r, 'aa')\nr(0)");
        python("repr", "repr(nest(100000))");
        python("json", "json.loads('[' * 100000)");
        python("json back", "json.dumps(nest(100000))");
        python("pickle", "pickle.dumps(nest(100000))");
        python("copy", "copy.deepcopy(nest(100000))");
        python("equality", "nest(100000) == nest(100000)");
        python("death of deep nesting", "x = nest(1000000)\ndel x\nraise RecursionError");
        python("parentheses", "compile('(' * 100000 + '1', 'x', 'eval')");
        python("subscripts", "compile('a' + '[0]' * 5000, 'x', 'eval')\nraise RecursionError");
    }

    private static void use(Python py, java.util.function.Consumer<PyAny> body) {
        try (PyAny g = held.bind(py)) {
            body.accept(g);
        }
    }

    private static String attempt(Python py, Way way) {
        try (Scope scope = py.scope()) {
            way.go(py);
            return "returned";
        } catch (Throwable e) {
            return e.toString().lines().findFirst().orElse("");
        }
    }

    private static void tryAll(String[] families) {
        for (int round = 0; round < ROUNDS; round++) {
            for (String family : families) {
                FAMILIES.get(family).forEach((name, way) -> {
                    System.out.print(family + ", " + name + ": ");
                    String result = Python.attach(py -> attempt(py, way));
                    System.out.println(result);
                    long sum = Python.attach(py -> py.eval("sum(sorted(range(1000), key=lambda x: -x))")
                            .asLong());
                    if (sum != 499_500) {
                        throw new AssertionError("Python does not work any more: " + sum);
                    }
                });
            }
        }
        System.out.println("passed");
    }

    public static void main(String[] args) throws InterruptedException {
        String[] families = Arrays.copyOfRange(args, 1, args.length);
        Runnable all = () -> tryAll(families);
        switch (args[0]) {
            case "virtual" -> Thread.ofVirtual().start(all).join();
            case "python" -> inPythonsThread(all);
            default -> {
                Thread thread = new Thread(null, all, "tortured", Long.parseLong(args[0]) << 10);
                thread.start();
                thread.join();
            }
        }
    }

    private static void inPythonsThread(Runnable all) {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            globals.setItem("f", py.function("f", (p, args, kwargs) -> {
                all.run();
                return null;
            }));
            py.run("""
                    import threading
                    threading.stack_size(1 << 20)
                    thread = threading.Thread(target=f)
                    thread.start()
                    thread.join()
                    """, globals);
        }
    }
}
