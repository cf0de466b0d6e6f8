import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import jep.DirectNDArray;
import jep.JepException;
import jep.NDArray;
import jep.SharedInterpreter;
import jep.python.PyCallable;
import jep.python.PyObject;

/** Jep: a shared interpreter on one thread; values are converted where they cross, {@code PyObject} is what is left. */
public final class JepPeer extends Peer {
    private final SharedInterpreter python;
    private final PyObject module;

    private JepPeer(SharedInterpreter python) {
        this.python = python;
        python.exec("import workload, numpy, jep");
        python.exec("from workload import *");
        python.exec("thing = Thing()");
        module = python.getValue("workload", PyObject.class);
        values();
        calls();
        items();
        containers();
        errorsAndCallbacks();
        buffers();
        threads();
    }

    public static void main(String[] arguments) throws Exception {
        try (SharedInterpreter python = new SharedInterpreter()) {
            if (arguments.length == 0) {
                JepPeer peer = new JepPeer(python);
                peer.serve("Jep " + python.getValue("jep.__version__") + ", CPython "
                        + python.getValue("__import__('platform').python_version()"));
            } else if (python.getValue("1 + 1", Long.class) == 2) {
                printPeak();
            }
        }
    }

    private PyCallable function(String expression) {
        return python.getValue(expression, PyCallable.class);
    }

    private void values() {
        cannot("an interpreter belongs to its thread, and each call attaches by itself", "attach", "attach-nested");
        cannot("no second reference to an object", "reference");
        measure("int-make", n -> {
            for (int i = 0; i < n; i++) {
                module.setAttr("value", 1000L + i);
            }
        });
        measure("int-round", n -> {
            for (int i = 0; i < n; i++) {
                module.setAttr("value", 1000L + i);
                consumed += module.getAttr("value", Long.class);
            }
        });
        measure("int-read", n -> {
            module.setAttr("value", 1000L);
            for (int i = 0; i < n; i++) {
                consumed += module.getAttr("value", Long.class);
            }
        });
        measure("float-make", n -> {
            for (int i = 0; i < n; i++) {
                module.setAttr("value", i * 0.5);
            }
        });
        measure("float-read", n -> {
            module.setAttr("value", 0.5);
            for (int i = 0; i < n; i++) {
                consumed += module.getAttr("value", Double.class).longValue();
            }
        });
        Map.of("string-20", ASCII, "string-1000", RUSSIAN).forEach((name, text) -> {
            String[] texts = texts(text);
            measure(name + "-make", n -> {
                for (int i = 0; i < n; i++) {
                    module.setAttr("text", texts[i & 15]);
                }
            });
            measure(name + "-read", n -> {
                module.setAttr("text", texts[0]);
                for (int i = 0; i < n; i++) {
                    consumed += module.getAttr("text", String.class).length();
                }
            });
        });
        value("reference-bytes", () -> heapGrowth(n -> consumed += n, () -> {
            PyObject[] held = new PyObject[MILLION];
            module.setAttr("thing", python.getValue("thing", PyObject.class));
            for (int i = 0; i < MILLION; i++) {
                held[i] = module.getAttr("thing", PyObject.class);
            }
            return held;
        }));
    }

    private void calls() {
        PyCallable nothing = function("nothing");
        measure("call-0", n -> {
            for (int i = 0; i < n; i++) {
                consumed += nothing.call() == null ? 1 : 0;
            }
        });
        PyCallable add = function("add");
        measure("call-2", n -> {
            for (int i = 0; i < n; i++) {
                consumed += add.callAs(Long.class, 1000L + i, 2000L);
            }
        });
        measure("call-keywords", n -> {
            for (int i = 0; i < n; i++) {
                consumed += add.callAs(Long.class, new Object[] {1000L + i}, Map.of("b", 2000L));
            }
        });
        PyObject thing = python.getValue("thing", PyObject.class);
        measure("attribute-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += thing.getAttr("x", Long.class);
            }
        });
        measure("attribute-set", n -> {
            for (int i = 0; i < n; i++) {
                thing.setAttr("x", 1000L + i);
            }
        });
    }

    private void items() {
        python.exec("list64 = [1000 + i for i in range(64)]");
        PyCallable get = function("list64.__getitem__");
        measure("item-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += get.callAs(Long.class, i & 63);
            }
        });
        PyCallable set = function("list64.__setitem__");
        measure("item-set", n -> {
            for (int i = 0; i < n; i++) {
                set.call(i & 63, 1000L + i);
            }
        });
        python.exec("keyed = {}");
        String[] keys = keys();
        PyCallable put = function("keyed.__setitem__");
        for (String key : keys) {
            put.call(key, 1000L);
        }
        measure("dict-set", n -> {
            for (int i = 0; i < n; i++) {
                put.call(keys[i % keys.length], 1000L + i);
            }
        });
        PyCallable find = function("keyed.__getitem__");
        measure("dict-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += find.callAs(Long.class, keys[i % keys.length]);
            }
        });
    }

    private void containers() {
        python.exec("million = numbers(1000000)");
        python.exec("million_tuple = tuple(million)");
        python.exec("million_dict = {i: i for i in million}");
        for (String name : new String[] {"list", "tuple"}) {
            String variable = name.equals("list") ? "million" : "million_tuple";
            measure(name + "-iterate", MILLION, n -> {
                for (int i = 0; i < n; i++) {
                    for (Object item : (Iterable<?>) python.getValue(variable)) {
                        consumed += (Long) item;
                    }
                }
            });
        }
        measure("dict-iterate", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) python.getValue("million_dict")).entrySet()) {
                    consumed += (Long) entry.getKey() + (Long) entry.getValue();
                }
            }
        });
        cannot("a set is not converted", "set-iterate");
        build("list-build", "[]", "append", false);
        build("set-build", "set()", "add", false);
        build("dict-build", "{}", "__setitem__", true);
        NDArray<long[]> longs = new NDArray<>(longs());
        PyCallable toTuple = function("lambda array: tuple(array.tolist()) and None");
        measure("tuple-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                toTuple.call(longs);
            }
        });
        PyCallable toList = function("lambda array: array.tolist() and None");
        measure("longs-to-list", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                toList.call(longs);
            }
        });
        measure("list-to-longs", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                NDArray<?> array = python.getValue("numpy.array(million)", NDArray.class);
                consumed += ((long[]) array.getData())[i % MILLION];
            }
        });
        PyCallable isInstance = function("isinstance");
        PyObject[] types = new PyObject[5];
        PyObject[] ladder = new PyObject[5];
        for (int i = 0; i < 5; i++) {
            types[i] = python.getValue(new String[] {"float", "list", "dict", "str", "int"}[i], PyObject.class);
            ladder[i] = python.getValue("LADDER[" + i + "]", PyObject.class);
        }
        measure("ladder", n -> {
            for (int i = 0; i < n; i++) {
                int step = 0;
                while (!isInstance.callAs(Boolean.class, ladder[i % 5], types[step])) {
                    step++;
                }
                consumed += step;
            }
        });
    }

    private void build(String name, String empty, String method, boolean isMap) {
        measure(name, MILLION, n -> {
            for (int i = 0; i < n; i++) {
                python.exec("built = " + empty);
                try (PyCallable add = function("built." + method)) {
                    for (long j = 0; j < MILLION; j++) {
                        if (isMap) {
                            add.call(j, j);
                        } else {
                            add.call(j);
                        }
                    }
                }
            }
        });
    }

    private void errorsAndCallbacks() {
        PyCallable fail = function("fail");
        measure("error-caught", n -> {
            for (int i = 0; i < n; i++) {
                try {
                    fail.call();
                } catch (JepException e) {
                    consumed += e.getMessage().contains("ValueError") ? 1 : 0;
                }
            }
        });
        Runnable throwing = () -> {
            throw new IllegalArgumentException("no");
        };
        LongUnaryOperator increment = x -> x + 1;
        LongUnaryOperator negative = x -> -x;
        loop("error-thrown", 1, "catch", throwing);
        loop("callback-function", 1, "chain", increment);
        loop("callback-sorted", 1000, "sort", negative);
        loop("callback-method", 1, "chain_method", new Counter(1));
        python.exec("Counter = jep.findClass('Peer$Counter')");
        measure("export-construct", n -> python.exec("construct(Counter, " + n + ")"));
    }

    private void loop(String name, int units, String function, Object argument) {
        PyCallable callable = function(function);
        measure(name, units, n -> callable.call(argument, n));
    }

    private void buffers() {
        DoubleBuffer data = ByteBuffer.allocateDirect(8 * MILLION)
                .order(ByteOrder.nativeOrder())
                .asDoubleBuffer();
        measure("numpy-lend", n -> {
            for (int i = 0; i < n; i++) {
                module.setAttr("lent", new DirectNDArray<>(data));
            }
        });
        cannot("memory that Python allocated is copied", "numpy-borrow");
        module.setAttr("array", python.getValue("doubles(1000000)", PyObject.class));
        measure("numpy-copy", n -> {
            for (int i = 0; i < n; i++) {
                consumed += (long) ((double[]) module.getAttr("array", NDArray.class).getData())[i % MILLION];
            }
        });
    }

    private void threads() {
        timed("threads-8", 1, n -> eightThreads(n, OnThread::new));
        cannot("a reference belongs to the thread of its interpreter", "drop-detached");
    }

    /** The interpreter of one of many threads. */
    private static final class OnThread implements Body, AutoCloseable {
        private final SharedInterpreter python = new SharedInterpreter();
        private final PyCallable nothing;

        OnThread() {
            python.exec("from workload import nothing");
            nothing = python.getValue("nothing", PyCallable.class);
        }

        @Override
        public void run(int n) {
            for (int i = 0; i < n; i++) {
                nothing.call();
            }
        }

        @Override
        public void close() {
            python.close();
        }
    }
}
