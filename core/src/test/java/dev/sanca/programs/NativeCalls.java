package dev.sanca.programs;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.internal.ffi.DowncallCount;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.word.Layout;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints how many native calls operations make, each after it has run before. */
public final class NativeCalls {
    private final Map<String, Runnable> operations = new LinkedHashMap<>();

    private NativeCalls() {
        operations.put("attach and close", () -> Python.attach().close());
        operations.put("attach with a body", () -> Python.attach(py -> true));
    }

    private NativeCalls(Python py) {
        operations.put("detach", () -> py.detach(() -> {}));
        operations.put("nested attach", () -> Python.attach().close());
        operations.put("nested scope", () -> py.scope().close());
        if (Layout.report().stream().allMatch(Layout.Item::proved)) {
            addProved(py);
        }
    }

    private void addProved(Python py) {
        PyList list = py.eval("[object() for i in range(1000)]").cast(PyList.class);
        PyAny object = py.eval("type('Thing', (), {'x': 1, 'same': lambda self: self})()");
        PyAny function = py.eval("lambda *args: None");
        Deque<PyAny> dying = new ArrayDeque<>(List.of(py.eval("object()"), py.eval("object()")));
        PyAny one = py.integer(1);
        Py<PyAny> kept = Py.of(object);
        operations.put("reference made and closed", () -> list.get(1).close());
        operations.put("1000 references left to their scope", () -> {
            try (Scope scope = py.scope()) {
                for (int i = 0; i < 1000; i++) {
                    scope.keep(list.get(i)).close();
                    list.get(i);
                }
            }
        });
        operations.put("Py made and closed", () -> Py.of(object).close());
        operations.put("Py bound and closed", () -> kept.bind(py).close());
        operations.put("small int read", one::asLong);
        long name = Refs.word(py.string("x"));
        operations.put("bare getAttr", () -> Word.decref(object_h.PyObject_GetAttr(Refs.word(object), name)));
        operations.put("object that dies", () -> dying.remove().close());
        operations.put("getAttr", () -> object.getAttr("x").close());
        operations.put("getItem", () -> list.getItem(one).close());
        operations.put("call", () -> function.call(object, list).close());
        operations.put("callMethod", () -> object.callMethod("same").close());
    }

    private void run() {
        operations.forEach((name, operation) -> {
            operation.run();
            long before = DowncallCount.ofThisThread();
            operation.run();
            System.out.println("> " + name + ": " + (DowncallCount.ofThisThread() - before));
        });
    }

    public static void main(String[] args) {
        new NativeCalls().run();
        try (Python py = Python.attach()) {
            new NativeCalls(py).run();
        }
    }
}
