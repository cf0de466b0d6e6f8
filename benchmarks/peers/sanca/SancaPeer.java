import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyFloat;
import dev.sanca.types.PyInt;
import dev.sanca.types.PyList;
import dev.sanca.types.PyModule;
import dev.sanca.types.PySet;
import dev.sanca.types.PyString;
import dev.sanca.types.PyTuple;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sanca, by its public API as its README uses it: references are closed where they are no longer needed. */
public final class SancaPeer extends Peer {
    private final Py<PyModule> workload;
    private final Py<PyAny> thing;
    private final Py<PyList> list64;
    private final Py<PyList> million;
    private final Py<PyDict> dict;

    private SancaPeer() {
        try (Python py = Python.attach()) {
            PyModule module = py.importModule("workload");
            workload = Py.of(module);
            thing = Py.of(module.callMethod("Thing"));
            list64 = Py.of(py.eval("[1000 + i for i in range(64)]").cast(PyList.class));
            million = Py.of(module.callMethod("numbers", MILLION).cast(PyList.class));
            dict = Py.of(py.dict());
        }
        references();
        values();
        strings();
        calls();
        containers();
        errorsAndCallbacks();
        buffers();
        threads();
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            try (Python py = Python.attach()) {
                if (py.eval("1 + 1").asLong() == 2) {
                    printPeak();
                }
            }
            return;
        }
        new SancaPeer().serve("Sanca, CPython " + Python.version());
    }

    /** A workload on a thread that is attached around its loop. */
    private interface Attached {
        void run(Python py, int n) throws Exception;
    }

    private void attached(String name, int units, Attached body) {
        measure(name, units, n -> {
            try (Python py = Python.attach()) {
                body.run(py, n);
            }
        });
    }

    private void attached(String name, Attached body) {
        attached(name, 1, body);
    }

    private PyAny get(Python py, String name) {
        return workload.bind(py).getAttr(name);
    }

    private void references() {
        measure("attach", n -> {
            for (int i = 0; i < n; i++) {
                Python.attach().close();
            }
        });
        attached("attach-nested", (py, n) -> {
            for (int i = 0; i < n; i++) {
                Python.attach().close();
            }
        });
        attached("reference", (py, n) -> {
            for (int i = 0; i < n; i++) {
                thing.bind(py).close();
            }
        });
        value("reference-bytes", () -> {
            try (Python py = Python.attach()) {
                PyAny object = thing.bind(py);
                return heapGrowth(n -> consumed += object.hash(), () -> {
                    PyAny[] held = new PyAny[MILLION];
                    for (int i = 0; i < MILLION; i++) {
                        held[i] = thing.bind(py);
                    }
                    return held;
                });
            }
        });
    }

    private void values() {
        attached("int-make", (py, n) -> {
            for (int i = 0; i < n; i++) {
                py.integer(1000 + i).close();
            }
        });
        attached("int-read", (py, n) -> {
            PyList list = list64.bind(py);
            PyAny[] ints = new PyAny[64];
            for (int i = 0; i < 64; i++) {
                ints[i] = list.get(i);
            }
            long sum = 0;
            for (int i = 0; i < n; i++) {
                sum += ints[i & 63].asLong();
            }
            consumed += sum;
        });
        attached("int-round", (py, n) -> {
            long sum = 0;
            for (int i = 0; i < n; i++) {
                try (PyInt made = py.integer(1000 + i)) {
                    sum += made.asLong();
                }
            }
            consumed += sum;
        });
        attached("float-make", (py, n) -> {
            for (int i = 0; i < n; i++) {
                py.floating(i * 0.5).close();
            }
        });
        attached("float-read", (py, n) -> {
            PyFloat[] floats = new PyFloat[64];
            for (int i = 0; i < 64; i++) {
                floats[i] = py.floating(i * 0.5);
            }
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += floats[i & 63].asDouble();
            }
            consumed += (long) sum;
        });
    }

    private void strings() {
        for (Map.Entry<String, String> text : Map.of("string-20", ASCII, "string-1000", RUSSIAN).entrySet()) {
            String[] texts = texts(text.getValue());
            attached(text.getKey() + "-make", (py, n) -> {
                for (int i = 0; i < n; i++) {
                    py.string(texts[i & 15]).close();
                }
            });
            attached(text.getKey() + "-read", (py, n) -> {
                PyString[] strings = new PyString[16];
                for (int i = 0; i < 16; i++) {
                    strings[i] = py.string(texts[i]);
                }
                long sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += strings[i & 15].asString().length();
                }
                consumed += sum;
            });
        }
    }

    private void calls() {
        attached("call-0", (py, n) -> {
            PyAny nothing = get(py, "nothing");
            for (int i = 0; i < n; i++) {
                nothing.call().close();
            }
        });
        attached("call-2", (py, n) -> {
            PyAny add = get(py, "add");
            long sum = 0;
            for (int i = 0; i < n; i++) {
                try (PyAny result = add.call(1000L + i, 2000L)) {
                    sum += result.asLong();
                }
            }
            consumed += sum;
        });
        attached("call-keywords", (py, n) -> {
            PyAny add = get(py, "add");
            long sum = 0;
            for (int i = 0; i < n; i++) {
                try (PyAny result = add.call(1000L + i, Kwargs.of("b", 2000L))) {
                    sum += result.asLong();
                }
            }
            consumed += sum;
        });
        attached("attribute-get", (py, n) -> {
            PyAny object = thing.bind(py);
            long sum = 0;
            for (int i = 0; i < n; i++) {
                try (PyAny value = object.getAttr("x")) {
                    sum += value.asLong();
                }
            }
            consumed += sum;
        });
        attached("attribute-set", (py, n) -> {
            PyAny object = thing.bind(py);
            for (int i = 0; i < n; i++) {
                object.setAttr("x", 1000L + i);
            }
        });
        attached("item-get", (py, n) -> {
            PyList list = list64.bind(py);
            long sum = 0;
            for (int i = 0; i < n; i++) {
                try (PyAny value = list.get(i & 63)) {
                    sum += value.asLong();
                }
            }
            consumed += sum;
        });
        attached("item-set", (py, n) -> {
            PyList list = list64.bind(py);
            for (int i = 0; i < n; i++) {
                list.set(i & 63, 1000L + i);
            }
        });
        String[] keys = keys();
        attached("dict-set", (py, n) -> fill(dict.bind(py), keys, n));
        attached("dict-get", (py, n) -> {
            PyDict map = dict.bind(py);
            if (map.len() < keys.length) {
                fill(map, keys, keys.length);
            }
            long sum = 0;
            for (int i = 0, k = 0; i < n; i++, k = k + 1 == keys.length ? 0 : k + 1) {
                try (PyAny value = map.get(keys[k])) {
                    sum += value.asLong();
                }
            }
            consumed += sum;
        });
    }

    private static void fill(PyDict map, String[] keys, int n) {
        for (int i = 0, k = 0; i < n; i++, k = k + 1 == keys.length ? 0 : k + 1) {
            map.set(keys[k], 1000L + i);
        }
    }

    private void containers() {
        attached("list-iterate", MILLION, (py, n) -> {
            PyList list = this.million.bind(py);
            long sum = 0;
            for (int i = 0; i < n; i++) {
                sum += sum(list);
            }
            consumed += sum;
        });
        Py<PyTuple> tuple = Python.attach(py -> Py.of(py.tuple(longs())));
        attached("tuple-iterate", MILLION, (py, n) -> {
            PyTuple bound = tuple.bind(py);
            long sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < MILLION; j++) {
                    try (PyAny item = bound.get(j)) {
                        sum += item.asLong();
                    }
                }
            }
            consumed += sum;
        });
        Py<PySet> set = Python.attach(py -> Py.of(py.set(longs())));
        attached("set-iterate", MILLION, (py, n) -> {
            PySet bound = set.bind(py);
            long sum = 0;
            for (int i = 0; i < n; i++) {
                for (PyAny item : bound) {
                    try (item) {
                        sum += item.asLong();
                    }
                }
            }
            consumed += sum;
        });
        Py<PyDict> map = Python.attach(
                py -> Py.of(py.eval("{i: i for i in range(1000000)}").cast(PyDict.class)));
        attached("dict-iterate", MILLION, (py, n) -> {
            PyDict bound = map.bind(py);
            long sum = 0;
            for (int i = 0; i < n; i++) {
                try (PyList keys = bound.keys();
                        PyList values = bound.values()) {
                    sum += sum(keys) + sum(values);
                }
            }
            consumed += sum;
        });
        attached("list-build", MILLION, (py, n) -> {
            for (int i = 0; i < n; i++) {
                try (PyList list = py.list()) {
                    for (long j = 0; j < MILLION; j++) {
                        list.append(j);
                    }
                }
            }
        });
        attached("dict-build", MILLION, (py, n) -> {
            for (int i = 0; i < n; i++) {
                try (PyDict built = py.dict()) {
                    for (long j = 0; j < MILLION; j++) {
                        built.set(j, j);
                    }
                }
            }
        });
        attached("set-build", MILLION, (py, n) -> {
            for (int i = 0; i < n; i++) {
                try (PySet built = py.set()) {
                    for (long j = 0; j < MILLION; j++) {
                        built.addElement(j);
                    }
                }
            }
        });
        long[] longs = longs();
        attached("tuple-build", MILLION, (py, n) -> {
            for (int i = 0; i < n; i++) {
                py.tuple(longs).close();
            }
        });
        attached("longs-to-list", MILLION, (py, n) -> {
            for (int i = 0; i < n; i++) {
                py.list(longs).close();
            }
        });
        attached("list-to-longs", MILLION, (py, n) -> {
            PyList list = this.million.bind(py);
            for (int i = 0; i < n; i++) {
                consumed += list.as(long[].class)[i % MILLION];
            }
        });
        attached("ladder", (py, n) -> {
            List<PyAny> objects = new ArrayList<>();
            get(py, "LADDER").forEach(objects::add);
            PyAny[] ladder = objects.toArray(PyAny[]::new);
            long sum = 0;
            for (int i = 0, j = 0; i < n; i++, j = j == 4 ? 0 : j + 1) {
                sum += climb(ladder[j]);
            }
            consumed += sum;
        });
    }

    /** By index, which reads the list's memory; through an iterator each item takes a call. */
    private static long sum(PyList list) {
        long sum = 0;
        for (int i = 0; i < MILLION; i++) {
            try (PyAny item = list.get(i)) {
                sum += item.asLong();
            }
        }
        return sum;
    }

    private static int climb(PyAny object) {
        if (is(object, PyFloat.class)) {
            return 1;
        } else if (is(object, PyList.class)) {
            return 2;
        } else if (is(object, PyDict.class)) {
            return 3;
        } else if (is(object, PyString.class)) {
            return 4;
        }
        return is(object, PyInt.class) ? 5 : 0;
    }

    private static <T extends PyAny> boolean is(PyAny object, Class<T> type) {
        Optional<T> cast = object.tryCast(type);
        cast.ifPresent(PyAny::close);
        return cast.isPresent();
    }

    private void errorsAndCallbacks() {
        attached("error-caught", (py, n) -> {
            PyAny fail = get(py, "fail");
            for (int i = 0; i < n; i++) {
                try {
                    fail.call();
                } catch (PythonException e) {
                    consumed += e.matches(py, "ValueError") ? 1 : 0;
                }
            }
        });
        attached("error-thrown", (py, n) -> get(py, "catch").call(py.function("throws", (token, args, keywords) -> {
            throw new IllegalArgumentException("no");
        }), n));
        attached("callback-function", (py, n) -> get(py, "chain").call(
                py.function("increment", (token, args, keywords) -> args.getFirst().asLong() + 1), n));
        attached("callback-sorted", 1000, (py, n) -> get(py, "sort").call(
                py.function("negative", (token, args, keywords) -> -args.getFirst().asLong()), n));
        attached("callback-method", (py, n) -> get(py, "chain_method").call(new Counter(1), n));
        cannot("not yet: exported classes come later", "export-construct");
    }

    private void buffers() {
        MemorySegment data = Arena.ofAuto().allocate(8L * MILLION);
        Py<PyAny> array = Python.attach(py -> Py.of(workload.bind(py).callMethod("doubles", MILLION)));
        attached("numpy-lend", (py, n) -> {
            PyAny from = get(py, "from_buffer");
            for (int i = 0; i < n; i++) {
                from.call(data).close();
            }
        });
        attached("numpy-borrow", (py, n) -> {
            PyAny bound = array.bind(py);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += bound.as(MemorySegment.class).getAtIndex(ValueLayout.JAVA_DOUBLE, i % MILLION);
            }
            consumed += (long) sum;
        });
        attached("numpy-copy", (py, n) -> {
            PyAny bound = array.bind(py);
            for (int i = 0; i < n; i++) {
                consumed += (long) bound.as(double[].class)[i % MILLION];
            }
        });
    }

    private void threads() {
        Py<PyAny> nothing = Python.attach(py -> Py.of(get(py, "nothing")));
        timed("threads-8", 1, n -> eightThreads(n, () -> each -> {
            for (int i = 0; i < each; i++) {
                try (Python py = Python.attach()) {
                    nothing.bind(py).call();
                }
            }
        }));
        timed("drop-detached", MILLION, n -> {
            long took = 0;
            for (int i = 0; i < n; i++) {
                List<Py<PyAny>> held = new ArrayList<>(MILLION);
                try (Python py = Python.attach()) {
                    for (PyAny item : million.bind(py)) {
                        held.add(Py.move(item));
                    }
                }
                long start = System.nanoTime();
                for (Py<PyAny> reference : held) {
                    reference.close();
                }
                Python.attach().close(); // which drains the pool
                took += System.nanoTime() - start;
            }
            return took;
        });
    }
}
