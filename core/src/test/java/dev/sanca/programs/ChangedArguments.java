package dev.sanca.programs;

import dev.sanca.Kwargs;
import dev.sanca.Mortals;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.RefCounts;
import dev.sanca.Scope;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;
import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes arrays, lists and maps to Python that change meanwhile, and references that are closed meanwhile. No count may be lost
 * or decremented twice. Prints each step before it is tried, so that a dead JVM tells which one it was.
 */
public final class ChangedArguments {
    private static final int ROUNDS = 5;
    private static final int CALLS = 20_000;

    /** More references than the chunks of a scope hold before they are looked at for unreachable ones. */
    private static final int MANY = 2_000;

    private ChangedArguments() {}

    public static void main(String... arguments) throws Exception {
        try (Python py = Python.attach()) {
            byCallback(py);
            valuesByCallback(py);
            byConversion(py);
            byThread(py);
            closedByConversion(py);
            collections(py);
            reading(py);
        }
        System.out.println("passed");
    }

    private static void step(String name) {
        System.out.println(name);
    }

    private static void same(long before, long after, String what) {
        if (before != after) {
            throw new AssertionError(what + ": " + before + " counts became " + after);
        }
    }

    /** Calls with the same arguments: as a callable, as a method, and each with keyword arguments. */
    private static final List<BiConsumer<PyAny, @Nullable Object[]>> CALLERS = List.of(
            (f, a) -> f.call(a).close(),
            (f, a) -> f.callMethod("__call__", a).close(),
            (f, a) -> f.call(withKeyword(a)).close(),
            (f, a) -> f.callMethod("__call__", withKeyword(a)).close());

    private static @Nullable Object[] withKeyword(@Nullable Object[] arguments) {
        arguments[arguments.length - 1] = Kwargs.of("last", arguments[0]);
        return arguments;
    }

    private static void byCallback(Python py) {
        step("the callback empties the array");
        for (int n = 1; n <= 5; n++) {
            PyList list = py.list(1, 2, 3);
            @Nullable Object[] array = new @Nullable Object[n];
            PyCFunction empties = py.function("f", (p, given, kwargs) -> {
                java.util.Arrays.fill(array, null);
                return given.isEmpty() ? null : given.getFirst();
            });
            long before = RefCounts.of(py, list);
            for (int i = 0; i < ROUNDS; i++) {
                for (BiConsumer<PyAny, @Nullable Object[]> caller : CALLERS) {
                    java.util.Arrays.fill(array, list);
                    caller.accept(empties, array);
                }
            }
            same(before, RefCounts.of(py, list), n + " arguments");
            empties.close();
        }
    }

    private static void valuesByCallback(Python py) throws InterruptedException {
        step("the callback puts references where Java values were");
        PyList list = py.list(1);
        @Nullable Object[] array = new @Nullable Object[4];
        PyCFunction fills = py.function("f", (p, given, kwargs) -> {
            java.util.Arrays.fill(array, list);
            return null;
        });
        long before = RefCounts.of(py, list);
        List<WeakReference<Object>> passed = new ArrayList<>();
        for (BiConsumer<PyAny, @Nullable Object[]> caller : CALLERS) {
            for (int i = 0; i < array.length; i++) {
                array[i] = new Object();
                passed.add(new WeakReference<>(array[i]));
            }
            caller.accept(fills, array);
        }
        java.util.Arrays.fill(array, null);
        same(before, RefCounts.of(py, list), "the reference");
        fills.close();
        for (int i = 0; passed.stream().anyMatch(w -> w.get() != null); i++) {
            if (i == 100) {
                throw new AssertionError("Python still holds a Java object that was an argument");
            }
            System.gc();
            try (PyAny gc = py.importModule("gc")) {
                gc.callMethod("collect").close();
            }
            Thread.sleep(10);
        }
    }

    /** A list that does something when Python gets its elements. */
    private static List<Object> doing(Runnable action) {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                action.run();
                return "element";
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    /** Collects everything that is unreachable, and decrements its counts. */
    private static void collect(Python py) {
        for (int i = 0; i < 3; i++) {
            System.gc();
            for (int j = 0; j < MANY; j++) {
                py.eval("object()");
            }
        }
    }

    private static void byConversion(Python py) {
        step("the conversion of the last argument changes the others");
        PyAny pack = py.eval("lambda *a, **k: (a, k)");
        PyList list = py.list(1, 2);
        long before = RefCounts.of(py, list);
        for (int i = 0; i < ROUNDS; i++) {
            @Nullable Object[] array = {list, "text", list, null};
            array[3] = doing(() -> java.util.Arrays.fill(array, 7));
            try (PyAny result = pack.call(array)) {
                equal("(([1, 2], 'text', [1, 2], ['element']), {})", result.repr());
            }
            array[0] = list;
            array[1] = doing(() -> array[3] = Kwargs.of("a", 1));
            array[3] = "last";
            try {
                pack.call(array).close();
                throw new AssertionError("a Kwargs came after the arguments were counted");
            } catch (IllegalArgumentException expected) {
                // it was none when the call began
            }
        }
        same(before, RefCounts.of(py, list), "the reference");
    }

    private static void equal(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(actual + " is not " + expected);
        }
    }

    private static void byThread(Python py) throws InterruptedException {
        step("another thread changes the array");
        PyList list = py.list(1, 2);
        long before = RefCounts.of(py, list);
        PyAny pack = py.eval("lambda *a, **k: None");
        @Nullable Object[] array = {list, list, list, list};
        boolean[] done = new boolean[1];
        Thread other = Thread.ofPlatform().start(() -> {
            for (int i = 0; !done[0]; i++) {
                synchronized (done) { // makes what is written seen
                    array[i & 3] = i % 3 == 0 ? list : i % 3 == 1 ? "text " + i : (Integer) i;
                }
            }
        });
        for (int i = 0; i < CALLS; i++) {
            pack.call(array).close();
            pack.callMethod("__call__", array).close();
            py.list(array).close();
            py.tuple(array).close();
            py.of(array).close();
        }
        synchronized (done) {
            done[0] = true;
        }
        other.join();
        same(before, RefCounts.of(py, list), "the reference");
    }

    private static void closedByConversion(Python py) {
        step("a conversion closes what the operation has taken already");
        Mortals mortals = new Mortals(py);
        int[] expected = new int[1];
        Operations operations = new Operations(py, mortals, expected);
        PyAny pack = py.eval("lambda *a, **k: len(a)");
        operations.run("argument", (object, then) -> pack.call(object, then));
        operations.run("three", (object, then) -> pack.call(object, 1, then));
        operations.run("array", (object, then) -> pack.call(object, 1, 2, 3, then));
        operations.run("method", (object, then) -> pack.callMethod("__call__", object, then));
        operations.run("keyword", (object, then) -> pack.call(Kwargs.of("a", object, "b", then)));
        operations.run("receiver", (object, then) -> object.eq(then));
        operations.run("receiver of a method", (object, then) -> object.callMethod("__eq__", then));
        operations.run("called", (object, then) -> object.call(then));
        operations.run("attribute", (object, then) -> setAttr(object, then));
        operations.run("key", (object, then) -> set(py.dict(), object, then));
        operations.run("element", (object, then) -> py.list(object, then));
        operations.run("set", (object, then) -> py.set(object, py.of(1), new Object[0] == then ? 1 : 2));
        operations.run("power", (object, then) -> power(object, then));
        mortals.close();
        py.run("import gc; gc.collect()");
    }

    private static PyAny setAttr(PyAny object, Object value) {
        object.setAttr("x", value);
        return object;
    }

    private static PyAny set(PyDict dict, PyAny key, Object value) {
        dict.setItem(key, value);
        return dict;
    }

    private static PyAny power(PyAny base, Object exponent) {
        try {
            return base.pow(base, exponent);
        } catch (PythonException e) {
            if (!e.typeName().equals("TypeError")) {
                throw e;
            }
            return base;
        }
    }

    /** An operation with a reference, and a value whose conversion closes it. */
    private interface Operation {
        @Nullable
        Object run(PyAny object, Object then);
    }

    private record Operations(Python py, Mortals mortals, int[] expected) {
        void run(String name, Operation operation) {
            step("  " + name);
            int before = mortals.deaths();
            try (Scope scope = py.scope()) {
                PyAny object = mortals.make(py);
                for (int i = 0; i < MANY; i++) { // the chunk that the reference is in is let go of
                    py.eval("object()");
                }
                Object closes = doing(() -> {
                    object.close();
                    collect(py);
                    if (mortals.deaths() != before) {
                        throw new AssertionError("the object has died before the operation on it");
                    }
                });
                operation.run(object, closes);
                if (!scope.isOpen()) {
                    throw new AssertionError("the scope was closed");
                }
            } catch (PythonException e) {
                if (!e.typeName().equals("TypeError")) { // such objects cannot be called
                    throw e;
                }
            }
        }
    }

    private static void collections(Python py) {
        step("collections change while they are converted");
        PyList list = py.list(1, 2);
        long before = RefCounts.of(py, list);
        for (int i = 0; i < ROUNDS; i++) {
            List<Object> grows = new ArrayList<>();
            Collections.addAll(grows, list, doing(() -> grows.add(list)), list);
            try (PyAny made = py.of(grows)) {
                equal("[[1, 2], ['element'], [1, 2]]", made.repr());
            }
            List<Object> shrinks = new ArrayList<>();
            Collections.addAll(shrinks, list, doing(shrinks::clear), list);
            try (PyAny made = py.list(shrinks)) {
                equal("[[1, 2], ['element'], [1, 2]]", made.repr());
            }
            Map<Object, Object> map = new LinkedHashMap<>();
            map.put("a", list);
            map.put("b", doing(() -> map.put("c", list)));
            map.put("z", list);
            try {
                py.of(map).close();
                throw new AssertionError("a map that changed was converted");
            } catch (ConcurrentModificationException expected) {
                // as Java has it
            }
        }
        same(before, RefCounts.of(py, list), "the reference");
        step("a map changes while it becomes keyword arguments");
        PyAny count = py.eval("lambda **k: len(k)");
        Map<String, Object> names = new ConcurrentHashMap<>();
        Thread other = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < CALLS; i++) {
                names.put("k" + i % 7, list);
                names.remove("k" + (i + 3) % 7);
            }
        });
        while (other.isAlive()) {
            count.call(Kwargs.of(names)).close();
        }
        same(before, RefCounts.of(py, list), "the reference as a keyword argument");
    }

    private static @Nullable Runnable hashed;

    /** Closes the reference that it is read from when a set or map asks for its hash. */
    record Hashed(long a) {
        @Override
        public int hashCode() {
            if (hashed != null) {
                hashed.run();
            }
            return (int) a;
        }
    }

    private static void reading(Python py) {
        step("an element closes the reference that it is read from");
        Mortals mortals = new Mortals(py);
        for (String source : List.of("[{'a': i} for i in range(50)]", "({'a': i} for i in range(50))")) {
            PyAny list = py.eval(source);
            hashed = () -> {
                list.close();
                collect(py);
                hashed = null;
            };
            Set<Hashed> read = list.as(new TypeRef<Set<Hashed>>() {});
            equal("50", String.valueOf(read.size()));
        }
        PyAny dict = py.eval("{(('a', i),): i for i in range(50)}");
        hashed = null;
        mortals.close();
        dict.close();
    }
}
