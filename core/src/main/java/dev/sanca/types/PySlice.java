package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code slice}, a key of {@link #getItem} such as {@code items[1:10:2]}; {@code start}, {@code stop} and
 * {@code step} are attributes.
 *
 * {@snippet :
 * PyAny firstTen = list.getItem(py.eval("slice").call(0, 10));
 * }
 *
 * @see <a href="https://docs.python.org/3/library/functions.html#slice">Built-in Functions: slice, in Python's
 *     documentation</a>
 */
public final class PySlice extends PyAny {
    static final Kind<PySlice> KIND = Kind.register(PySlice.class, "slice", PySlice::new, PythonType.of("slice"));

    PySlice(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
