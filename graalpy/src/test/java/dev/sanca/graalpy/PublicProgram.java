package dev.sanca.graalpy;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bit of everything of the public API; knows of no runtime, but for the part about two; see {@link SameClassFilesTest}. */
final class PublicProgram {
    private PublicProgram() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("both")) {
            both();
            return;
        }
        System.out.println("python");
        try (Python py = Python.attach()) {
            values(py);
            objects(py);
            errors(py);
            functions(py);
        }
        threads();
        System.out.println("live: " + Python.stats().liveBound());
        System.out.println("the end");
    }

    private static void values(Python py) {
        for (Object value : new Object[] {
            1,
            -1L,
            2.5,
            true,
            "text \u00e9 \ud83d\ude00",
            BigInteger.TWO.pow(100),
            new byte[] {1, 2},
            List.of(1, "a"),
            Map.of("k", 1)
        }) {
            PyAny object = py.of(value);
            System.out.println(object.type().getAttr("__name__") + " " + object.repr());
        }
        System.out.println(
                py.of(null).isNone() + " " + py.eval("[1, [2.5, None]]").as(Object.class));
        System.out.println(py.eval("10 ** 30").as(BigInteger.class) + " "
                + py.eval("(1, 2, 3)").as(int[].class).length);
    }

    private static void objects(Python py) {
        py.run("""
                class Account:
                    def __init__(self, owner, *, balance=0):
                        self.owner, self.balance = owner, balance
                    def pay(self, amount):
                        if amount > self.balance:
                            raise ValueError(f'{self.owner} has only {self.balance}')
                        self.balance -= amount
                        return self.balance
                    def __lt__(self, other):
                        return self.balance < other.balance
                """);
        PyAny a = py.eval("Account").call("a", Kwargs.of("balance", 10));
        PyAny b = py.eval("Account").call("b", Kwargs.of("balance", 7));
        System.out.println(a.callMethod("pay", 4) + " " + a.getAttr("balance") + " " + a.lt(b) + " " + b.lt(a));
        a.setAttr("balance", 100);
        PyList list = py.list(a, b);
        list.callMethod("sort");
        for (PyAny account : list) {
            System.out.println(account.getAttr("owner").asString());
        }
        try (Scope scope = py.scope()) {
            PyDict dict = py.dict();
            dict.setItem("x", 1);
            System.out.println(dict.contains("x") + " " + dict.len() + " " + scope.isOpen());
        }
        System.out.println(py.of(7).mul(6).add(0.5).floorDiv(4) + " "
                + py.of("ab").mul(3) + " " + py.of(2).pow(70));
    }

    private static void errors(Python py) {
        PyAny account = py.eval("Account('c')");
        try {
            account.callMethod("pay", 1);
        } catch (PythonException e) {
            System.out.println(e.getMessage() + " " + e.matches(py, "ValueError") + " " + e.matches(py, "KeyError"));
        }
        for (String code : List.of("1 // 0", "[][0]", "{}['k']", "undefined", "'a' + 1", "int('x')", "None.x")) {
            try {
                py.eval(code);
            } catch (PythonException e) {
                System.out.println(e.typeName());
            }
        }
    }

    private static void functions(Python py) {
        IllegalStateException error = new IllegalStateException("of Java");
        PyAny f = py.function("f", (_, arguments, keywords) -> {
            if (arguments.isEmpty()) {
                throw error;
            }
            return arguments.getFirst().add(keywords.containsKey("plus") ? keywords.get("plus") : 0);
        });
        System.out.println(f.getAttr("__name__") + " " + f.call(1) + " " + f.call(1, Kwargs.of("plus", 2)));
        py.run("def attempt(f):\n  try:\n    f()\n  except RuntimeError as e:\n    return f'{type(e).__name__}: {e}'");
        System.out.println(py.eval("attempt").call(f));
        try {
            f.call();
        } catch (IllegalStateException e) {
            System.out.println(e == error);
        }
    }

    private static void threads() throws InterruptedException {
        Py<PyDict> squares = Python.attach(py -> Py.of(py.dict()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                int n = i;
                threads.execute(() -> Python.attach(py -> {
                    squares.bind(py).setItem(n, n * n);
                    return null;
                }));
            }
        }
        System.out.println(Python.<Object, RuntimeException>attach(py ->
                py.eval("lambda d: sum(d.values())").call(squares.bind(py)).asLong()));
        squares.close();
    }

    private static void both() {
        try (Python c = PythonRuntime.named("cpython").attach();
                Python g = PythonRuntime.named("graalpy").attach()) {
            PyAny three = c.eval("object()");
            PyAny list = g.eval("[1, 2, 3]");
            System.out.println("cpython and graalpy on one thread: " + c.eval("1 + 2") + ", " + g.eval("3 + 4"));
            boolean refused = false;
            try {
                list.callMethod("append", three);
            } catch (IllegalArgumentException e) {
                refused = e.getMessage().contains("cpython") && e.getMessage().contains("graalpy");
            }
            System.out.println("refused: " + refused);
            System.out.println("converted: " + c.of(list.as(Object.class)));
            System.out.println("still alive: " + c.eval("__import__('sys').implementation.name") + " "
                    + g.eval("__import__('sys').implementation.name"));
        }
    }
}
