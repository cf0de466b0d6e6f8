import static org.bytedeco.cpython.global.python.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.bytedeco.cpython.PyCFunction;
import org.bytedeco.cpython.PyMethodDef;
import org.bytedeco.cpython.PyObject;
import org.bytedeco.cpython.PyThreadState;
import org.bytedeco.cpython.PyTypeObject;
import org.bytedeco.cpython.Py_buffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** The C API through JavaCPP's presets, on the CPython 3.11 that they bring; counts are given back by hand, as in C. */
public final class JavaCppPeer extends Peer {
    private final PyObject globals = PyModule_GetDict(imported("workload"));
    private final PyObject thing = eval("Thing()");

    private JavaCppPeer() {
        references();
        values();
        calls();
        items();
        containers();
        ladder();
        errorsAndCallbacks();
        buffers();
        cannot("a pool would be the user's own", "drop-detached");
        cannot("a type would be filled in by hand", "callback-method", "export-construct");
    }

    public static void main(String[] arguments) throws Exception {
        Py_AddPath(cachePackages());
        Py_InitializeEx(0);
        if (arguments.length == 0) {
            // Py_AddPath leaves the environment's path out.
            PyRun_SimpleString("import os, sys; sys.path += os.environ['PYTHONPATH'].split(os.pathsep)");
            String version = Py_GetVersion().getString().split(" ")[0];
            new JavaCppPeer().serve("JavaCPP 1.5.9, CPython " + version);
        } else {
            PyObject names = PyDict_New();
            if (PyLong_AsLongLong(PyRun_String("1 + 1", Py_eval_input, names, names)) == 2) {
                printPeak();
            }
        }
        System.exit(0);
    }

    private static PyObject imported(String name) {
        PyObject module = PyImport_ImportModule(name);
        if (module == null) {
            PyErr_Print();
            throw new IllegalStateException("cannot import " + name);
        }
        return module;
    }

    private PyObject eval(String expression) {
        PyObject result = PyRun_String(expression, Py_eval_input, globals, globals);
        if (result == null) {
            PyErr_Print();
            throw new IllegalStateException(expression);
        }
        return result;
    }

    private static long read(PyObject number) {
        long value = PyLong_AsLongLong(number);
        Py_DecRef(number);
        return value;
    }

    private void references() {
        timed("attach", 1, n -> {
            PyThreadState state = PyEval_SaveThread();
            long start = System.nanoTime();
            for (int i = 0; i < n; i++) {
                PyEval_RestoreThread(state);
                state = PyEval_SaveThread();
            }
            long took = System.nanoTime() - start;
            PyEval_RestoreThread(state);
            return took;
        });
        measure("attach-nested", n -> {
            for (int i = 0; i < n; i++) {
                PyGILState_Release(PyGILState_Ensure());
            }
        });
        measure("reference", n -> {
            for (int i = 0; i < n; i++) {
                Py_IncRef(thing);
                Py_DecRef(thing);
            }
        });
        value("reference-bytes", () -> heapGrowth(n -> consumed += n, () -> {
            PyObject[] held = new PyObject[MILLION];
            for (int i = 0; i < MILLION; i++) {
                held[i] = PyDict_GetItemString(globals, "nothing");
            }
            return held;
        }));
        PyObject nothing = eval("nothing");
        timed("threads-8", 1, n -> {
            PyThreadState state = PyEval_SaveThread();
            long took = eightThreads(n, () -> each -> {
                for (int i = 0; i < each; i++) {
                    int held = PyGILState_Ensure();
                    Py_DecRef(PyObject_CallNoArgs(nothing));
                    PyGILState_Release(held);
                }
            });
            PyEval_RestoreThread(state);
            return took;
        });
    }

    private void values() {
        measure("int-make", n -> {
            for (int i = 0; i < n; i++) {
                Py_DecRef(PyLong_FromLongLong(1000L + i));
            }
        });
        measure("int-round", n -> {
            for (int i = 0; i < n; i++) {
                consumed += read(PyLong_FromLongLong(1000L + i));
            }
        });
        PyObject number = PyLong_FromLongLong(1234);
        measure("int-read", n -> {
            for (int i = 0; i < n; i++) {
                consumed += PyLong_AsLongLong(number);
            }
        });
        measure("float-make", n -> {
            for (int i = 0; i < n; i++) {
                Py_DecRef(PyFloat_FromDouble(i * 0.5));
            }
        });
        PyObject real = PyFloat_FromDouble(1.5);
        measure("float-read", n -> {
            for (int i = 0; i < n; i++) {
                consumed += (long) PyFloat_AsDouble(real);
            }
        });
        Map.of("string-20", ASCII, "string-1000", RUSSIAN).forEach((name, text) -> {
            String[] texts = texts(text);
            measure(name + "-make", n -> {
                for (int i = 0; i < n; i++) {
                    Py_DecRef(PyUnicode_FromString(texts[i & 15]));
                }
            });
            PyObject python = PyUnicode_FromString(texts[0]);
            measure(name + "-read", n -> {
                for (int i = 0; i < n; i++) {
                    consumed += PyUnicode_AsUTF8(python).getString().length();
                }
            });
        });
    }

    private void calls() {
        PyObject nothing = eval("nothing");
        measure("call-0", n -> {
            for (int i = 0; i < n; i++) {
                Py_DecRef(PyObject_CallNoArgs(nothing));
            }
        });
        PyObject add = eval("add");
        PyObject b = eval("('b',)");
        measure("call-2", n -> add(add, n, 2, null));
        measure("call-keywords", n -> add(add, n, 1, b));
        PyObject x = PyUnicode_InternFromString("x");
        measure("attribute-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += read(PyObject_GetAttr(thing, x));
            }
        });
        measure("attribute-set", n -> {
            for (int i = 0; i < n; i++) {
                PyObject value = PyLong_FromLongLong(1000L + i);
                PyObject_SetAttr(thing, x, value);
                Py_DecRef(value);
            }
        });
    }

    private static void add(PyObject add, int n, int positional, PyObject names) {
        try (PointerPointer<PyObject> arguments = new PointerPointer<>(2)) {
            for (int i = 0; i < n; i++) {
                PyObject first = PyLong_FromLongLong(1000L + i);
                PyObject second = PyLong_FromLongLong(2000L);
                arguments.put(0, first).put(1, second);
                consumed += read(PyObject_Vectorcall(add, arguments, positional, names));
                Py_DecRef(first);
                Py_DecRef(second);
            }
        }
    }

    private void items() {
        PyObject list = eval("[1000 + i for i in range(64)]");
        measure("item-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += PyLong_AsLongLong(PyList_GetItem(list, i & 63)); // borrowed
            }
        });
        measure("item-set", n -> {
            for (int i = 0; i < n; i++) {
                PyList_SetItem(list, i & 63, PyLong_FromLongLong(1000L + i));
            }
        });
        PyObject dict = PyDict_New();
        String[] keys = keys();
        Body set = n -> {
            for (int i = 0; i < n; i++) {
                put(dict, PyUnicode_FromString(keys[i % keys.length]), PyLong_FromLongLong(1000L + i));
            }
        };
        measure("dict-set", set);
        for (String key : keys) {
            put(dict, PyUnicode_FromString(key), PyLong_FromLongLong(1000L));
        }
        measure("dict-get", n -> {
            for (int i = 0; i < n; i++) {
                PyObject key = PyUnicode_FromString(keys[i % keys.length]);
                consumed += PyLong_AsLongLong(PyDict_GetItem(dict, key)); // borrowed
                Py_DecRef(key);
            }
        });
    }

    private static void put(PyObject dict, PyObject key, PyObject value) {
        PyDict_SetItem(dict, key, value);
        Py_DecRef(key);
        Py_DecRef(value);
    }

    private void containers() {
        PyObject million = eval("numbers(1000000)");
        iterate("list-iterate", million);
        iterate("tuple-iterate", eval("tuple(range(1000000))"));
        iterate("set-iterate", eval("set(range(1000000))"));
        PyObject dict = eval("{i: i for i in range(1000000)}");
        measure("dict-iterate", MILLION, n -> {
            try (SizeTPointer at = new SizeTPointer(1);
                    PointerPointer<PyObject> keys = new PointerPointer<>(1);
                    PointerPointer<PyObject> values = new PointerPointer<>(1)) {
                for (int i = 0; i < n; i++) {
                    at.put(0);
                    while (PyDict_Next(dict, at, keys, values) != 0) {
                        consumed += PyLong_AsLongLong(keys.get(PyObject.class)); // borrowed
                        consumed += PyLong_AsLongLong(values.get(PyObject.class));
                    }
                }
            }
        });
        measure("list-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                PyObject list = PyList_New(0);
                for (long j = 0; j < MILLION; j++) {
                    PyObject value = PyLong_FromLongLong(j);
                    PyList_Append(list, value);
                    Py_DecRef(value);
                }
                Py_DecRef(list);
            }
        });
        measure("set-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                PyObject set = PySet_New(null);
                for (long j = 0; j < MILLION; j++) {
                    PyObject value = PyLong_FromLongLong(j);
                    PySet_Add(set, value);
                    Py_DecRef(value);
                }
                Py_DecRef(set);
            }
        });
        measure("dict-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                PyObject built = PyDict_New();
                for (long j = 0; j < MILLION; j++) {
                    put(built, PyLong_FromLongLong(j), PyLong_FromLongLong(j));
                }
                Py_DecRef(built);
            }
        });
        long[] longs = longs();
        measure("tuple-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                PyObject tuple = PyTuple_New(MILLION);
                for (int j = 0; j < MILLION; j++) {
                    PyTuple_SetItem(tuple, j, PyLong_FromLongLong(longs[j]));
                }
                Py_DecRef(tuple);
            }
        });
        measure("longs-to-list", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                PyObject list = PyList_New(MILLION);
                for (int j = 0; j < MILLION; j++) {
                    PyList_SetItem(list, j, PyLong_FromLongLong(longs[j]));
                }
                Py_DecRef(list);
            }
        });
        measure("list-to-longs", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                long[] array = new long[MILLION];
                for (int j = 0; j < MILLION; j++) {
                    array[j] = PyLong_AsLongLong(PyList_GetItem(million, j));
                }
                consumed += array[i % MILLION];
            }
        });
    }

    private void iterate(String name, PyObject container) {
        measure(name, MILLION, n -> {
            for (int i = 0; i < n; i++) {
                PyObject iterator = PyObject_GetIter(container);
                for (PyObject item = PyIter_Next(iterator); item != null; item = PyIter_Next(iterator)) {
                    consumed += read(item);
                }
                Py_DecRef(iterator);
            }
        });
    }

    private void ladder() {
        PyObject steps = eval("LADDER");
        PyTypeObject[] types = {PyFloat_Type(), PyList_Type(), PyDict_Type(), PyUnicode_Type(), PyLong_Type()};
        measure("ladder", n -> {
            for (int i = 0; i < n; i++) {
                PyObject object = PyList_GetItem(steps, i % 5);
                int step = 0;
                while (PyObject_TypeCheck(object, types[step]) == 0) {
                    step++;
                }
                consumed += step;
            }
        });
    }

    private void errorsAndCallbacks() {
        PyObject fail = eval("fail");
        PyObject valueError = eval("ValueError");
        measure("error-caught", n -> {
            for (int i = 0; i < n; i++) {
                if (PyObject_CallNoArgs(fail) == null) {
                    consumed += PyErr_ExceptionMatches(valueError);
                    PyErr_Clear();
                }
            }
        });
        loop("error-thrown", 1, "catch", METH_NOARGS, new PyCFunction() {
            @Override
            public PyObject call(PyObject self, PyObject ignored) {
                PyErr_SetString(valueError, "no");
                return null;
            }
        });
        loop("callback-function", 1, "chain", METH_O, new PyCFunction() {
            @Override
            public PyObject call(PyObject self, PyObject argument) {
                return PyLong_FromLongLong(PyLong_AsLongLong(argument) + 1);
            }
        });
        loop("callback-sorted", 1000, "sort", METH_O, new PyCFunction() {
            @Override
            public PyObject call(PyObject self, PyObject argument) {
                return PyLong_FromLongLong(-PyLong_AsLongLong(argument));
            }
        });
    }

    private void loop(String name, int units, String caller, int flags, PyCFunction body) {
        PyMethodDef definition = new PyMethodDef()
                .ml_name(new BytePointer(name))
                .ml_meth(body)
                .ml_flags(flags);
        PyObject function = PyCFunction_New(definition, null);
        PyObject loop = eval(caller);
        measure(name, units, n -> {
            consumed += definition.address() + body.address(); // which keeps them from the collector
            PyObject arguments = PyTuple_New(2);
            Py_IncRef(function);
            PyTuple_SetItem(arguments, 0, function);
            PyTuple_SetItem(arguments, 1, PyLong_FromLongLong(n));
            Py_DecRef(PyObject_Call(loop, arguments, null));
            Py_DecRef(arguments);
        });
    }

    private void buffers() {
        ByteBuffer data = ByteBuffer.allocateDirect(8 * MILLION).order(ByteOrder.nativeOrder());
        PyObject from = eval("from_buffer");
        measure("numpy-lend", n -> {
            for (int i = 0; i < n; i++) {
                PyObject view = PyMemoryView_FromMemory(data, 8L * MILLION, PyBUF_WRITE);
                Py_DecRef(PyObject_CallOneArg(from, view));
                Py_DecRef(view);
            }
        });
        PyObject array = eval("doubles(1000000)");
        measure("numpy-borrow", n -> borrow(array, n, new double[1]));
        measure("numpy-copy", n -> borrow(array, n, new double[MILLION]));
    }

    private static void borrow(PyObject array, int n, double[] copy) {
        try (Py_buffer view = new Py_buffer()) {
            for (int i = 0; i < n; i++) {
                PyObject_GetBuffer(array, view, PyBUF_SIMPLE);
                new DoublePointer(view.buf()).position(copy.length == 1 ? i % MILLION : 0).get(copy);
                consumed += (long) copy[0];
                PyBuffer_Release(view);
            }
        }
    }
}
