package dev.sanca.programs;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.RefCounts;
import dev.sanca.Scope;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBuffer;
import dev.sanca.types.PyCFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries operations at the end of the stack, and again one frame up until there is room for them. However they fail, they
 * decrement the counts that they owned.
 */
public final class CountsAtStackEnd {
    private interface Operation {
        @Nullable
        Object run() throws Exception;
    }

    /** How many frames further up an operation is tried after it went well for the first time. */
    private static final int BEYOND = 3;

    /** It is tried in one of so many frames. */
    private static final int EVERY = 16;

    /** In the very last frames an operation is not tried: even to give something back finds no stack there. */
    private static final int LEFT_OUT = 10;

    private static int failures;
    private static int left;

    private CountsAtStackEnd() {}

    /** Takes the thread's stack in KiB. */
    public static void main(String... arguments) throws Exception {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try (Python py = Python.attach()) {
                        all(py);
                    } catch (Throwable e) {
                        thrown[0] = e;
                    }
                },
                "at its end",
                Long.parseLong(arguments[0]) << 10);
        thread.start();
        thread.join();
        if (thrown[0] != null) {
            throw new AssertionError(thrown[0]);
        }
        System.out.println("passed");
    }

    private static void all(Python py) throws Exception {
        Sweep sweep = new Sweep(py, py.eval("type('Watched', (), {})()"), py.eval("bytearray(b'0123456789abcdef')"));
        PyAny object = sweep.object;
        PyAny pack = py.eval("lambda *a, **k: None");
        PyAny fails = py.eval("lambda *a, **k: a[0].missing");
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("k", object);
        map.put("l", List.of(object));
        Set<Object> set = new LinkedHashSet<>(List.of(object, 1, 2));
        PyCFunction echo = py.function("echo", (p, given, kwargs) -> given.getFirst());
        PyCFunction throwing = py.function("throwing", (p, given, kwargs) -> {
            throw new IllegalStateException("as it should");
        });
        PyBuffer buffer = sweep.bytes.cast(PyBuffer.class);
        PyAny strided = py.eval("lambda b: memoryview(b)[::2]").call(sweep.bytes);
        sweep.of("list", () -> py.list(object, object, "text", object));
        sweep.of("tuple", () -> py.tuple(object, 1.5, object));
        sweep.of("set", () -> py.set(object, object, 3));
        sweep.of("list of longs", () -> py.list((Object) new long[] {1L << 40, 2, 3}));
        sweep.of("list of a list", () -> py.of(List.of(object, List.of(object, List.of(object)))));
        sweep.of("dict of a map", () -> py.of(map));
        sweep.of("set of a set", () -> py.of(set));
        sweep.of("iterator", () -> py.of(List.of(object).iterator()));
        sweep.of("call", () -> pack.call(object, "text", object, 4, object));
        sweep.of("call with keywords", () -> pack.call(object, "text", Kwargs.of("a", object, "b", "text")));
        sweep.of("method", () -> pack.callMethod("__call__", object, 7, "text", object));
        sweep.of("call that fails", () -> fails.call(object, "text", object, 1));
        sweep.of("attribute", () -> {
            object.setAttr("x", "text");
            return null;
        });
        sweep.of("callback", () -> echo.call(object, "text"));
        sweep.of("callback that throws", () -> throwing.call(object, "text"));
        sweep.of("function", () -> py.function("f", (p, given, kwargs) -> object));
        sweep.of(
                "proxy",
                () -> py.of(new StringBuilder[] {new StringBuilder("s")}).call(object));
        sweep.of("format of a buffer", buffer::format);
        sweep.of("shape of a buffer", buffer::shape);
        sweep.of("bytes", () -> sweep.bytes.as(byte[].class));
        sweep.of("longs", () -> sweep.bytes.as(long[].class));
        sweep.of("bytes of a strided view", () -> strided.as(byte[].class));
        sweep.of("read list", () -> py.list(object, object).as(new TypeRef<List<PyAny>>() {}));
        sweep.of("code", () -> py.eval("1 + 1"));
        sweep.of("module", () -> py.importModule("json"));
        strided.callMethod("release");
        sweep.check("the end");
        System.out.println(failures + " failures");
        if (failures == 0) {
            throw new AssertionError("the stack has no end");
        }
        if (left != 0) {
            throw new AssertionError(left + " counts are left");
        }
    }

    private static final class Sweep {
        final Python py;
        final PyAny object;
        final PyAny bytes;
        final long before;

        Sweep(Python py, PyAny object, PyAny bytes) {
            this.py = py;
            this.object = object;
            this.bytes = bytes;
            this.before = RefCounts.of(py, object);
        }

        void of(String name, Operation operation) throws Exception {
            try (Scope scope = py.scope()) {
                operation.run(); // what it needs is there, and is no part of what is counted
                assert scope.isOpen();
            } catch (RuntimeException e) {
                // as those do that are to fail
            }
            for (int i = 0; i < EVERY; i += 4) {
                try (Scope scope = py.scope()) {
                    deeper(operation, i);
                    assert scope.isOpen();
                }
            }
            check(name);
        }

        /** How often the operation went well, in frames further down. */
        @SuppressWarnings("InfiniteRecursion") // that is what it is for
        private int deeper(Operation operation, int depth) throws Exception {
            int well;
            try {
                well = deeper(operation, depth + 1);
            } catch (StackOverflowError e) {
                well = -LEFT_OUT;
            }
            if (well < 0 && depth % EVERY == 0) {
                return well + 1;
            }
            if (well < 0 || well >= BEYOND || depth % EVERY != 0) {
                return well;
            }
            try {
                operation.run();
                return well + 1;
            } catch (StackOverflowError e) {
                failures++;
                return 0;
            } catch (IllegalStateException e) {
                if (!String.valueOf(e.getMessage()).equals("as it should")) {
                    throw e;
                }
                return well + 1;
            } catch (PythonException e) {
                if (e.typeName().equals("RecursionError")
                        || e.typeName().equals("MemoryError")) { // the parser has its own
                    failures++;
                    return 0;
                } else if (!e.typeName().equals("AttributeError")
                        && !e.typeName().equals("TypeError")) {
                    throw e;
                }
                return well + 1;
            }
        }

        void check(String name) {
            List<String> wrong = new ArrayList<>();
            System.gc(); // exceptions hold frames, which hold arguments
            py.run("import gc; gc.collect()");
            long now = RefCounts.of(py, object);
            for (int i = 0; i < 50 && now != before; i++) {
                System.gc();
                try (Scope scope = py.scope()) {
                    py.run("import gc; gc.collect()");
                    assert scope.isOpen();
                    Thread.sleep(2);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                py.detach(() -> {}); // decrements that waited for room on the stack are done after it
                now = RefCounts.of(py, object);
            }
            if (now != before + left) {
                wrong.add("the object has " + (now - before - left) + " counts more");
                left = (int) (now - before);
            }
            System.out.println(name + (wrong.isEmpty() ? "" : ": " + wrong));
        }
    }
}
