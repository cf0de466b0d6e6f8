package dev.sanca.internal.cpython;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.types.PyAny;
import java.util.List;

/** More names than are kept: run by {@link NamesTest} in a JVM of its own, as names are kept for its life. */
final class NamesMain {
    /** More than {@link InternedNames} and {@link KeywordNames} keep. */
    private static final int MANY = 25_000;

    private NamesMain() {}

    public static void main(String[] args) throws InterruptedException {
        try (Python py = Python.attach()) {
            py.run("""
                    class Any:
                        def __getattr__(self, name):
                            return lambda *a, **k: (name, a, k)
                    class Plain:
                        pass
                    def sizes():
                        import sys, gc
                        gc.collect()
                        return sys.getallocatedblocks() if hasattr(sys, 'getallocatedblocks') else 0
                    """);
            PyAny any = py.eval("Any()");
            use(py, any, "first", MANY); // fills what keeps names
            PyAny sizes = py.eval("sizes");
            long before = settled(py, sizes);
            use(py, any, "second", MANY);
            use(py, any, "third", MANY);
            long grown = settled(py, sizes) - before;
            if (grown > MANY / 10) {
                throw new AssertionError("names are kept without limit: " + grown + " blocks more");
            }
            nameIsHeldWhileArgumentsAreConverted(py, any);
        }
        System.out.println("done");
    }

    /** The least of some looks: a runtime other than CPython may keep what it made until Java's collector finds it. */
    private static long settled(Python py, PyAny sizes) throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            System.gc();
            py.detach(() -> Thread.sleep(20)); // the counts that were found are decremented after it
            least = Math.min(least, sizes.call().asLong());
        }
        return least;
    }

    private static void use(Python py, PyAny any, String prefix, int many) {
        PyAny plain = py.eval("Plain()");
        for (int i = 0; i < many; i++) {
            String name = prefix + i;
            try (PyAny called = any.callMethod(name, i);
                    PyAny given = called.getItem(0)) {
                check(given.asString().equals(name), name);
            }
            check(!plain.hasAttr(name), name);
            if (prefix.equals("first")) { // Python itself keeps the names of attributes that were set, in some versions
                plain.setAttr(name, i);
                check(plain.getAttr(name).asInt() == i, name);
                plain.delAttr(name);
            }
            if (i % 5 == 0) {
                try (Scope scope = py.scope()) {
                    PyAny called = any.callMethod(name, Kwargs.of(name, i, "and_" + name, i));
                    PyAny keywords = called.getItem(2);
                    check(
                            scope.isOpen()
                                    && keywords.len() == 2
                                    && keywords.getItem(name).asInt() == i,
                            name);
                    check(any.callMethod(name, 1, 2, 3).getItem(1).len() == 3, name);
                    check(any.callMethod(name, 1, 2).getItem(1).len() == 2, name);
                    check(any.callMethod(name).getItem(1).len() == 0, name);
                    check(any.callMethod(name, 1, 2, 3, 4).getItem(1).len() == 4, name);
                }
            }
        }
    }

    private static void check(boolean holds, String name) {
        if (!holds) {
            throw new AssertionError("wrong answer for " + name);
        }
    }

    private static void nameIsHeldWhileArgumentsAreConverted(Python py, PyAny any) {
        for (int i = 0; i < 30; i++) {
            String name = "method_number_" + i;
            Iterable<Object> making = () -> {
                for (int j = 0; j < 3000; j++) {
                    py.list("abc" + j);
                }
                for (int collections = 0; collections < 2; collections++) {
                    System.gc();
                    for (int j = 0; j < 1500; j++) {
                        py.string("method_numbex_" + j);
                    }
                }
                return List.<Object>of(1, 2).iterator();
            };
            check(any.callMethod(name, making).getItem(0).asString().equals(name), name);
            PyAny called = any.callMethod(name, 1, Kwargs.of("keyword_number_" + i, making));
            check(called.getItem(2).contains("keyword_number_" + i), name);
        }
    }
}
