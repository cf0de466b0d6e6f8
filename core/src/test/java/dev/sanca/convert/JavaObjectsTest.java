package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Java objects that have no form of their own in Python: it sees them through proxies. */
@ExtendWith(OwnershipExtension.class)
class JavaObjectsTest {
    /** Public, in a package that the tests can see. */
    public static final class Point implements Comparable<Point> {
        private final int x;

        public Point(int x) {
            this.x = x;
        }

        public Point moved(int by) {
            return new Point(x + by);
        }

        public int x() {
            return x;
        }

        public Point self() {
            return this;
        }

        public int distance(Point other) {
            return Math.abs(x - other.x);
        }

        @Override
        public int compareTo(Point other) {
            return Integer.compare(x, other.x);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point p && p.x == x;
        }

        @Override
        public int hashCode() {
            return x == 0 ? -1 : x;
        }

        @Override
        public String toString() {
            return "Point " + x + " ü";
        }
    }

    private static PyDict names(Python py, Object... namesAndValues) {
        PyDict globals = py.dict();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            globals.setItem(namesAndValues[i], py.of(namesAndValues[i + 1]));
        }
        return globals;
    }

    @Test
    void objectComesBackAsItself() {
        try (Python py = Python.attach()) {
            Random random = new Random(1);
            PyAny proxy = py.of(random);
            assertThat(proxy.as(Object.class)).isSameAs(random);
            assertThat(proxy.as(Random.class)).isSameAs(random);
            assertThat(proxy.as(java.util.random.RandomGenerator.class)).isSameAs(random);
            assertThat(py.of(List.of(random)).as(List.class).get(0)).isSameAs(random);
            assertThat(py.list(random).as(new TypeRef<List<Random>>() {}).get(0))
                    .isSameAs(random);
            DoubleAdder number = new DoubleAdder();
            assertThat(py.of(number).as(Number.class)).isSameAs(number);
            try (Py<PyAny> detached = Py.of(proxy)) {
                assertThat(detached.bind(py).as(Random.class)).isSameAs(random);
            }
        }
    }

    @Test
    void objectOfAnotherClassIsRefused() {
        try (Python py = Python.attach()) {
            PyAny proxy = py.of(new Random(1));
            assertFails(
                    () -> proxy.as(Point.class),
                    "TypeError: the Java object is of another class: java.util.Random, not " + Point.class.getName());
            assertFails(() -> proxy.as(String.class), "TypeError: cannot convert sanca.JavaObject to a Java String");
            PyAny one = py.eval("1");
            assertFails(
                    () -> one.as(Random.class),
                    "TypeError: cannot convert int to a Java java.util.Random: it is not a Java object");
        }
    }

    @Test
    void proxyPrintsComparesAndHashesAsItsObject() {
        try (Python py = Python.attach()) {
            PyDict globals =
                    names(py, "a", new Point(1), "same", new Point(1), "b", new Point(2), "zero", new Point(0));
            py.run("""
                    assert str(a) == repr(a) == 'Point 1 ü', repr(a)
                    assert a is not same and a == same and not a != same
                    assert hash(a) == hash(same) == 1
                    assert hash(zero) == -2
                    assert a != b and not a == b
                    assert a < b and a <= b and not a > b and not a >= b and b > a and b >= a and a <= same
                    assert sorted([b, a, zero]) == [zero, a, b]
                    assert {a: 1}[same] == 1 and len({a, same, b}) == 2
                    assert a != 1 and a != None and not a == 'Point 1 ü'
                    assert a and bool(a)
                    assert isinstance(a, type(b)) and type(a).__name__ == 'JavaObject' and type(a).__module__ == 'sanca'
                    assert f'{a}' == 'Point 1 ü'
                    assert not hasattr(a, '__dict__')
                    """, globals);
            assertThat(py.of(new Point(1))).isEqualTo(py.of(new Point(1))).hasToString("Point 1 ü");
        }
    }

    @Test
    void objectsWithoutOrderAreNotOrdered() {
        try (Python py = Python.attach()) {
            PyDict globals = names(py, "p", new Point(1), "r", new Random(1));
            assertFails(() -> py.eval("r < p", globals), "TypeError: '<' not supported between instances");
            assertFails(() -> py.eval("p < 1", globals), "TypeError: '<' not supported between instances");
            assertFails(() -> py.eval("len(p)", globals), "JavaObject' has no len()");
            assertFails(() -> py.eval("p()", globals), "JavaObject' object is not callable");
        }
    }

    @Test
    void methodsAreCalledByName() {
        try (Python py = Python.attach()) {
            Point point = new Point(1);
            PyDict globals = names(py, "p", point);
            assertThat(py.eval("p.moved(4).moved(5).x()", globals).asInt()).isEqualTo(10);
            assertThat(py.eval("p.self()", globals).as(Object.class)).isSameAs(point);
            assertThat(py.eval("p.distance(p.moved(-3))", globals).asInt()).isEqualTo(3);
            assertThat(py.eval("p.x.__name__", globals).asString()).isEqualTo("x");
            assertThat(py.of(point).callMethod("moved", 6).as(Point.class)).isEqualTo(new Point(7));
            py.run("f = p.moved; del p; assert f(1).x() == 2", globals);
        }
    }

    @Test
    void unknownMethodIsAttributeErrorThatNamesTheClass() {
        try (Python py = Python.attach()) {
            PyDict globals = names(py, "p", new Point(1));
            assertFails(
                    () -> py.eval("p.nothing()", globals),
                    "AttributeError: a Java " + Point.class.getName() + " has no public method 'nothing'");
            py.run("""
                    assert not hasattr(p, 'nothing')
                    assert getattr(p, 'nothing', 5) == 5
                    names = dir(p)
                    assert 'moved' in names and 'x' in names and 'getClass' in names and '__class__' in names
                    assert len(names) == len(set(names))
                    """, globals);
            assertFails(() -> py.run("p.x = 1", globals), "AttributeError: ");
        }
    }

    @Test
    void exceptionOfMethodComesBackAsItself() {
        IOException thrown = new IOException("mine");
        Object thrower = new AutoCloseable() {
            @Override
            public void close() throws IOException {
                throw thrown;
            }

            @Override
            public String toString() {
                throw new IllegalArgumentException("no text");
            }

            @Override
            public int hashCode() {
                throw new StackOverflowError("no hash");
            }

            @Override
            public boolean equals(Object other) {
                throw new IndexOutOfBoundsException("no equals");
            }
        };
        try (Python py = Python.attach()) {
            PyDict globals = names(py, "t", thrower);
            assertThatThrownBy(() -> py.eval("t.close()", globals)).isSameAs(thrown);
            assertThatThrownBy(() -> py.eval("str(t)", globals)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> py.eval("t == t", globals)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> py.eval("{t: 1}", globals)).isInstanceOf(StackOverflowError.class);
            py.run("""
                    try:
                        t.close()
                        raise AssertionError()
                    except OSError as e:
                        assert 'mine' in str(e)
                    """, globals);
        }
    }

    @Test
    void pythonSubclassAddsToTheObject() {
        try (Python py = Python.attach()) {
            Point point = new Point(3);
            PyDict globals = names(py, "p", point);
            py.run("""
                    class Named(type(p)):
                        def __init__(self, proxy, name='n'):
                            self.name = name
                            self.java = proxy
                        def x(self):
                            return 100 + self.java.x()
                    q = Named(p)
                    assert q.name == 'n' and q.x() == 103 and q.moved(1).x() == 4
                    assert q == p and p == q and hash(q) == hash(p)
                    q.me = q
                    assert 'name' in dir(q) and 'moved' in dir(q)
                    """, globals);
            assertThat(globals.getItem("q").as(Point.class)).isSameAs(point);
            assertFails(
                    () -> py.eval("type(p)()", globals),
                    "TypeError: a JavaObject is made of one Java object, which only Java makes");
            assertFails(() -> py.eval("Named(5)", globals), "TypeError: a JavaObject is made of one Java object");
            assertFails(() -> py.run("import copy; copy.copy(p)", globals), "TypeError: ");
            py.run("import gc; del q; gc.collect()", globals);
        }
    }

    @Test
    @KnownDifference(
            on = "graalpy",
            failsWith = "Expecting code to raise",
            why =
                    "object.__new__ of GraalPy takes any class written in Python; what it makes of this one is refused everywhere")
    void pythonMakesNoneByTheWayOfItsBase() {
        try (Python py = Python.attach()) {
            PyDict globals = names(py, "p", new Point(1));
            assertFails(() -> py.eval("object.__new__(type(p))", globals), "TypeError: ");
        }
    }

    @Test
    void objectIsHeldAsLongAsPythonHoldsIt() throws Exception {
        List<WeakReference<Object>> held = new ArrayList<>();
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            for (String keep : List.of("x = [{1: (GIVEN,)}]", "x = GIVEN.self", """
                    class Sub(type(GIVEN)): pass
                    x = Sub(GIVEN)
                    x.me = x
                    """)) {
                Object object = new Point(held.size());
                held.add(new WeakReference<>(object));
                globals.setItem("GIVEN", py.of(object));
                object = null;
                py.run(keep + "\ndel GIVEN", globals);
                System.gc();
                assertThat(held.getLast().get()).isNotNull();
                py.run("x = None; Sub = None; import gc; gc.collect()", globals);
            }
        }
        for (int i = 0; i < 50 && held.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(held).allSatisfy(reference -> assertThat(reference.get()).isNull());
    }

    @Test
    void whatHasItsOwnFormKeepsIt() {
        try (Python py = Python.attach()) {
            assertThat(py.of(Map.of()).repr()).isEqualTo("{}");
            assertThat(py.of((Runnable) () -> {}).isCallable()).isTrue();
            assertThat(py.of((Comparator<Long>) Long::compare).call(1, 2).asInt())
                    .isEqualTo(-1);
            assertThat(py.of((Iterable<Integer>) List.of(1)::iterator)
                            .callMethod("__next__")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void pythonThreadsUseProxies() {
        try (Python py = Python.attach()) {
            PyDict globals = names(py, "p", new Point(1));
            py.run("""
                    import threading
                    results = []
                    def work():
                        for i in range(200):
                            q = p.moved(i)
                            results.append(q.x() - hash(q) if i != -1 else 0)
                            str(q)
                    threads = [threading.Thread(target=work) for _ in range(4)]
                    for t in threads: t.start()
                    for t in threads: t.join()
                    assert results == [0] * 800
                    """, globals);
        }
    }
}
