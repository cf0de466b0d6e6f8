package dev.sanca.internal.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances of types made by Sanca, from their first to their last breath: nothing is lost, nothing is freed twice. */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class JavaHolderLifeTest {
    private static final String MAKERS = """
            object    | Holder()
            list      | Holder([object()])
            dict      | Holder(a=object())
            set       | Holder([1])
            Exception | Holder('message')
            OSError   | Holder(2, 'no', 'file')
            type      | Holder('C', (), {})
            """;

    private static PyDict globals(Python py, JavaHolder holder) {
        PyDict globals = py.dict();
        globals.setItem("Holder", Holders.type(py, holder));
        globals.setItem("hold", py.function("hold", (p, args, kwargs) -> {
            holder.hold(Face.state(p), Refs.word(args.get(0)), new Object());
            return null;
        }));
        globals.setItem(
                "held", py.function("held", (p, args, kwargs) -> holder.heldOrNull(Refs.word(args.get(0))) != null));
        return globals;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MAKERS)
    void countsOfTypesAreBalanced(String base, String make) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            py.run("""
                    import gc, sys
                    class Sub(Holder): pass
                    class Mixed(Sub, Holder): pass
                    def make_all(n):
                        for i in range(n):
                            for Holder_ in (Holder, Sub, Mixed):
                                x = MAKE
                                hold(x)
                                hold(x)
                            del x
                        gc.collect()
                    make_all(1)
                    before = [sys.getrefcount(t) for t in (Holder, Sub, Mixed)]
                    make_all(200)
                    after = [sys.getrefcount(t) for t in (Holder, Sub, Mixed)]
                    assert before == after, (before, after)
                    """.replace("MAKE", make.replace("Holder", "Holder_")), globals(py, holder));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MAKERS)
    void javaObjectGoesWithItsHolder(String base, String make) throws InterruptedException {
        List<WeakReference<Object>> held = new ArrayList<>();
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            PyDict globals = globals(py, holder);
            py.run("class Sub(Holder): pass", globals);
            for (String expression : List.of(make, make.replace("Holder", "Sub"))) {
                PyAny x = py.eval(expression, globals);
                Object object = new Object();
                held.add(new WeakReference<>(object));
                holder.hold(Face.state(py), Refs.word(x), object);
                object = null;
                System.gc();
                assertThat(held.getLast().get()).isNotNull();
                x.close();
            }
            py.run("import gc; gc.collect()", globals); // classes are in cycles
        }
        for (int i = 0; i < 50 && held.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(held).allSatisfy(reference -> assertThat(reference.get()).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MAKERS)
    void weakReferencesSeeTheEnd(String base, String make) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            py.run("""
                    import gc, weakref
                    class Sub(Holder): pass
                    ends = []
                    for Holder_ in (Holder, Sub):
                        x = MAKE
                        hold(x)
                        ref = weakref.ref(x, lambda r: ends.append(1))
                        assert ref() is x
                        del x
                        gc.collect()
                        assert ref() is None
                    assert ends == [1, 1], ends
                    """.replace("MAKE", make.replace("Holder", "Holder_")), globals(py, holder));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MAKERS)
    void cyclesAreCollected(String base, String make) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            py.run("""
                    import gc, weakref
                    def cycles():
                        class Sub(Holder):
                            def __del__(self):
                                ends.append(held(self))
                        x = MAKE
                        hold(x)
                        x.me = x
                        Sub.instance = x
                        return weakref.ref(x), weakref.ref(Sub)
                    ends = []
                    gc.collect()
                    for _ in range(20):
                        instance, type_ = cycles()
                        gc.collect()
                        assert instance() is None
                        assert type_() is None
                    assert ends == [True] * 20, ends
                    """.replace("MAKE", make.replace("Holder", "Sub")), globals(py, holder));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MAKERS)
    void resurrectedHolderStillHolds(String base, String make) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            py.run("""
                    import gc
                    class Sub(Holder):
                        def __del__(self):
                            saved.append(self)
                    saved = []
                    x = MAKE
                    hold(x)
                    del x
                    gc.collect()
                    assert held(saved[0])
                    saved.clear()
                    gc.collect()
                    """.replace("MAKE", make.replace("Holder", "Sub")), globals(py, holder));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MAKERS)
    void pythonCannotReachTheCapsule(String base, String make) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            py.run("""
                    x = MAKE
                    hold(x)
                    assert 'java' not in Holder.__dict__
                    assert 'java' not in dir(x)
                    assert not hasattr(x, 'java')
                    try:
                        object.__delattr__(x, 'java') if not isinstance(x, type) else type.__delattr__(x, 'java')
                        raise AssertionError('deleted')
                    except AttributeError:
                        pass
                    assert held(x)
                    """.replace("MAKE", make), globals(py, holder));
        }
    }

    @Test
    void objectCannotBecomeHolder() {
        try (Python py = Python.attach()) {
            PyDict globals = globals(py, Holders.of(py, "object"));
            py.run("""
                    refused = 0
                    for slots in range(12):
                        class Other:
                            __slots__ = ['s%d' % i for i in range(slots)]
                        for make in (Other, type('WithDict', (Other,), {})):
                            x = make()
                            try:
                                x.__class__ = Holder
                            except TypeError:
                                refused += 1
                            x = Holder()
                            try:
                                x.__class__ = make
                            except TypeError:
                                refused += 1
                    assert refused == 48, refused
                    """, globals);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "list, Holder, 'x = Sub([x])'",
        "list, '(Holder,)', 'x = Sub([x])'",
        "dict, Holder, 'x = Sub(a=x)'",
        "dict, '(Holder,)', 'x = Sub(a=x)'",
        "Exception, Holder, 'x = Sub(x)'",
        "Exception, '(Holder,)', 'x = Sub(x)'",
        "object, '(Holder,)', 'y = Sub(); y.x = x; x = y'"
    })
    void longChainEndsWithoutRunningOutOfStack(String base, String bases, String link) throws Exception {
        onThread(
                1 << 20,
                py -> py.run("""
                Sub = Holder if BASES is Holder else type('Sub', BASES, {})
                x = None
                for _ in range(100000):
                    LINK
                    hold(x)
                y = None
                x = None
                """.replace("BASES", bases).replace("LINK", link), globals(py, Holders.of(py, base))));
        assertThat(JavaHandles.live()).isLessThan(1000);
    }

    @Test
    void collectorNeedNotLookAtHolderOfNothingElse() {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, "object");
            PyDict globals = globals(py, holder);
            py.run("class Sub(Holder): pass", globals);
            PyAny sub = globals.getItem("Sub");
            globals.setItem("x", allocate(py, holder, holder.type(), "of the type"));
            globals.setItem("y", allocate(py, holder, Refs.word(sub), "of a subclass"));
            py.run(
                    "import gc; assert not gc.is_tracked(x); assert gc.is_tracked(y); assert held(x); assert held(y)",
                    globals);
        }
    }

    @Test
    void manyThreadsMakeAndDropHolders() throws Exception {
        List<Callable<Void>> tasks = Collections.nCopies(4, () -> {
            onThread(0, JavaHolderLifeTest::makeAndDrop);
            return null;
        });
        try (ExecutorService pool = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private static void makeAndDrop(Python py) {
        JavaHolder holder = Holders.of(py, "object");
        for (int i = 0; i < 2000; i++) {
            PyAny x = Kind.of(PyAny.class).make(Face.state(py), holder.allocate(Face.state(py), holder.type(), i));
            assertThat(holder.heldOrNull(Refs.word(x))).isEqualTo(i);
            if (i % 3 == 0) {
                x.close();
            }
            if (i % 500 == 0) {
                py.run("import time; time.sleep(0)");
            }
        }
    }

    private static PyAny allocate(Python py, JavaHolder holder, long type, Object held) {
        return Kind.of(PyAny.class).make(Face.state(py), holder.allocate(Face.state(py), type, held));
    }

    private static void onThread(long stackBytes, Consumer<Python> body) throws Exception {
        FutureTask<Void> task = new FutureTask<>(() -> {
            try (Python py = Python.attach()) {
                body.accept(py);
            }
            return null;
        });
        new Thread(null, task, "test", stackBytes).start();
        task.get();
    }
}
