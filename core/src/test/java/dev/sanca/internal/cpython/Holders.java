package dev.sanca.internal.cpython;

import dev.sanca.Python;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.TypeSpec;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Types made by {@link JavaHolder} for tests, one for each base: they live as long as the process. */
final class Holders {
    static final int BYTES = 40;

    private static final Map<String, String> SYMBOLS = Map.of(
            "object", "PyBaseObject_Type",
            "list", "PyList_Type",
            "dict", "PyDict_Type",
            "set", "PySet_Type",
            "Exception", "PyExc_Exception",
            "OSError", "PyExc_OSError",
            "type", "PyType_Type");

    private static final Map<String, JavaHolder> MADE = new ConcurrentHashMap<>();

    private Holders() {}

    /** The type with a base, which Python code of {@code py} then knows as {@code Holder}. */
    static JavaHolder of(Python py, String base) {
        JavaHolder holder = MADE.get(base);
        if (holder == null) {
            TypeSpec spec = new TypeSpec("sanca_test.Holder_" + base).flags(object_h.Py_TPFLAGS_BASETYPE);
            holder = JavaHolder.make(Face.state(py), spec, LibPython.address(SYMBOLS.get(base)), BYTES);
            MADE.put(base, holder);
        }
        return holder;
    }

    /** The type as a reference. */
    static PyAny type(Python py, JavaHolder holder) {
        return Kind.of(PyAny.class).make(Face.state(py), Word.newRef(holder.type()));
    }
}
