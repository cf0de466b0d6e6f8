import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jpy.PyInputMode;
import org.jpy.PyLib;
import org.jpy.PyModule;
import org.jpy.PyObject;

/** jpy: {@code PyObject} in Java, closed where it is no longer needed; loops hold the GIL by {@code ensureGil}. */
public final class JpyPeer extends Peer {
    private final PyModule workload = PyModule.importModule("workload");
    private final PyObject globals = workload.getAttribute("__dict__");

    private JpyPeer() {
        run("""
                import jpy, numpy
                thing = Thing()
                def to_list(array):
                    numpy.asarray(array).tolist()
                def to_tuple(array):
                    tuple(numpy.asarray(array).tolist())
                def to_longs(numbers):
                    return jpy.array("long", numbers)
                array = doubles(1000000)
                def borrow():
                    return jpy.byte_buffer(array)
                def copied(array):
                    return jpy.array("double", array)
                """);
        references();
        values();
        calls();
        items();
        containers();
        errorsAndCallbacks();
        buffers();
    }

    public static void main(String[] arguments) throws Exception {
        PyLib.startPython();
        if (arguments.length == 0) {
            String version = PyLib.getPythonVersion();
            new JpyPeer().serve("jpy 2.2.0, CPython " + version.split(" ")[0]);
        } else {
            try (PyObject result = PyObject.executeCode("1 + 1", PyInputMode.EXPRESSION)) {
                if (result.getLongValue() == 2) {
                    printPeak();
                }
            }
        }
        System.exit(0);
    }

    private void run(String code) {
        PyObject.executeCode(code, PyInputMode.SCRIPT, globals, globals).close();
    }

    private PyObject eval(String expression) {
        return PyObject.executeCode(expression, PyInputMode.EXPRESSION, globals, globals);
    }

    /** A loop that holds the GIL. */
    private void held(String name, int units, Body body) {
        measure(name, units, n -> PyLib.ensureGil(() -> {
            try {
                body.run(n);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return null;
        }));
    }

    private void held(String name, Body body) {
        held(name, 1, body);
    }

    private void references() {
        Body attach = n -> {
            for (int i = 0; i < n; i++) {
                consumed += PyLib.ensureGil(() -> null) == null ? 1 : 0;
            }
        };
        measure("attach", attach);
        held("attach-nested", attach);
        cannot("no second reference to an object", "reference");
        value("reference-bytes", () -> heapGrowth(n -> consumed += n, () -> {
            PyObject[] held = new PyObject[MILLION];
            for (int i = 0; i < MILLION; i++) {
                held[i] = workload.getAttribute("thing");
            }
            return held;
        }));
        timed("threads-8", 1, n -> eightThreads(n, () -> each -> {
            for (int i = 0; i < each; i++) {
                workload.call("nothing").close();
            }
        }));
        timed("drop-detached", 10_000, n -> {
            long took = 0;
            for (int i = 0; i < n; i++) {
                PyObject[] held = new PyObject[10_000];
                for (int j = 0; j < held.length; j++) {
                    held[j] = workload.getAttribute("thing");
                }
                long start = System.nanoTime();
                for (PyObject reference : held) {
                    reference.close();
                }
                took += System.nanoTime() - start;
            }
            return took;
        });
    }

    private void values() {
        held("int-make", n -> {
            for (int i = 0; i < n; i++) {
                workload.setAttribute("value", 1000L + i, Long.class);
            }
        });
        held("int-round", n -> {
            for (int i = 0; i < n; i++) {
                workload.setAttribute("value", 1000L + i, Long.class);
                consumed += workload.getAttribute("value", Long.class);
            }
        });
        PyObject number = eval("1234");
        held("int-read", n -> {
            for (int i = 0; i < n; i++) {
                consumed += number.getLongValue();
            }
        });
        held("float-make", n -> {
            for (int i = 0; i < n; i++) {
                workload.setAttribute("value", i * 0.5, Double.class);
            }
        });
        PyObject real = eval("1.5");
        held("float-read", n -> {
            for (int i = 0; i < n; i++) {
                consumed += (long) real.getDoubleValue();
            }
        });
        Map.of("string-20", ASCII, "string-1000", RUSSIAN).forEach((name, text) -> {
            String[] texts = texts(text);
            held(name + "-make", n -> {
                for (int i = 0; i < n; i++) {
                    workload.setAttribute("text", texts[i & 15], String.class);
                }
            });
            workload.setAttribute("text", texts[0], String.class);
            PyObject python = workload.getAttribute("text");
            held(name + "-read", n -> {
                for (int i = 0; i < n; i++) {
                    consumed += python.getStringValue().length();
                }
            });
        });
    }

    private void calls() {
        held("call-0", n -> {
            for (int i = 0; i < n; i++) {
                workload.call("nothing").close();
            }
        });
        held("call-2", n -> {
            for (int i = 0; i < n; i++) {
                consumed += workload.call(Long.class, "add", Long.class, 1000L + i, Long.class, 2000L);
            }
        });
        cannot("no keyword arguments", "call-keywords");
        PyObject thing = workload.getAttribute("thing");
        held("attribute-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += thing.getAttribute("x", Long.class);
            }
        });
        held("attribute-set", n -> {
            for (int i = 0; i < n; i++) {
                thing.setAttribute("x", 1000L + i, Long.class);
            }
        });
    }

    private void items() {
        PyObject list = eval("[1000 + i for i in range(64)]");
        List<PyObject> view = list.asList();
        held("item-get", n -> {
            for (int i = 0; i < n; i++) {
                try (PyObject item = view.get(i & 63)) {
                    consumed += item.getLongValue();
                }
            }
        });
        held("item-set", n -> {
            for (int i = 0; i < n; i++) {
                list.call("__setitem__", i & 63, 1000L + i).close();
            }
        });
        PyObject dict = eval("{}");
        String[] keys = keys();
        for (String key : keys) {
            dict.call("__setitem__", key, 1000L).close();
        }
        held("dict-set", n -> {
            for (int i = 0; i < n; i++) {
                dict.call("__setitem__", keys[i % keys.length], 1000L + i).close();
            }
        });
        held("dict-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += dict.call(Long.class, "__getitem__", String.class, keys[i % keys.length]);
            }
        });
    }

    private void containers() {
        PyObject million = eval("numbers(1000000)");
        PyObject thousand = eval("numbers(1000)"); // an element takes microseconds
        held("list-iterate", 1000, n -> {
            for (int i = 0; i < n; i++) {
                for (PyObject item : thousand.asList()) {
                    try (item) {
                        consumed += item.getLongValue();
                    }
                }
            }
        });
        PyObject map = eval("{i: i for i in range(1000)}");
        held("dict-iterate", 1000, n -> {
            for (int i = 0; i < n; i++) {
                for (Map.Entry<PyObject, PyObject> entry : map.asDict().entrySet()) {
                    try (PyObject key = entry.getKey();
                            PyObject value = entry.getValue()) {
                        consumed += key.getLongValue() + value.getLongValue();
                    }
                }
            }
        });
        cannot("only lists and dicts have a view in Java", "tuple-iterate", "set-iterate");
        build("list-build", "[]", "append", false);
        build("set-build", "set()", "add", false);
        build("dict-build", "{}", "__setitem__", true);
        long[] longs = longs();
        held("longs-to-list", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                workload.call("to_list", longs).close();
            }
        });
        held("tuple-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                workload.call("to_tuple", longs).close();
            }
        });
        held("list-to-longs", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                consumed += workload.call(long[].class, "to_longs", PyObject.class, million)[i % MILLION];
            }
        });
        List<PyObject> ladder = new ArrayList<>(eval("LADDER").asList());
        held("ladder", n -> {
            for (int i = 0; i < n; i++) {
                consumed += climb(ladder.get(i % 5));
            }
        });
    }

    private static int climb(PyObject object) {
        if (object.isFloat()) {
            return 1;
        } else if (object.isList()) {
            return 2;
        } else if (object.isDict()) {
            return 3;
        } else if (object.isString()) {
            return 4;
        }
        return object.isInt() ? 5 : 0;
    }

    private void build(String name, String empty, String method, boolean isMap) {
        held(name, 10_000, n -> {
            for (int i = 0; i < n; i++) {
                try (PyObject built = eval(empty)) {
                    for (long j = 0; j < 10_000; j++) {
                        if (isMap) {
                            built.call(method, j, j).close();
                        } else {
                            built.call(method, j).close();
                        }
                    }
                }
            }
        });
    }

    /** What Python calls by name. */
    public static final class Functions {
        public void fail() {
            throw new IllegalArgumentException("no");
        }

        public long increment(long argument) {
            return argument + 1;
        }

        public long negative(long argument) {
            return -argument;
        }
    }

    private void errorsAndCallbacks() {
        held("error-caught", n -> {
            for (int i = 0; i < n; i++) {
                try {
                    workload.call("fail").close();
                } catch (RuntimeException e) {
                    consumed += e.getMessage().contains("ValueError") ? 1 : 0;
                }
            }
        });
        workload.setAttribute("functions", new Functions());
        workload.setAttribute("counter", new Counter(1));
        held("error-thrown", n -> run("catch(functions.fail, " + n + ")"));
        held("callback-function", n -> run("chain(functions.increment, " + n + ")"));
        held("callback-sorted", 1000, n -> run("sort(functions.negative, " + n + ")"));
        held("callback-method", n -> run("chain_method(counter, " + n + ")"));
        run("Counter = jpy.get_type('Peer$Counter')");
        held("export-construct", n -> run("construct(Counter, " + n + ")"));
    }

    private void buffers() {
        double[] data = new double[MILLION];
        held("numpy-lend", n -> {
            for (int i = 0; i < n; i++) {
                workload.call("from_buffer", data).close();
            }
        });
        held("numpy-borrow", n -> {
            for (int i = 0; i < n; i++) {
                ByteBuffer memory = workload.call(ByteBuffer.class, "borrow", new Class<?>[0], new Object[0]);
                consumed += (long) memory.order(ByteOrder.nativeOrder()).getDouble(8 * (i % MILLION));
            }
        });
        PyObject array = eval("array");
        held("numpy-copy", n -> {
            for (int i = 0; i < n; i++) {
                consumed += (long) workload.call(double[].class, "copied", PyObject.class, array)[i % MILLION];
            }
        });
    }
}
