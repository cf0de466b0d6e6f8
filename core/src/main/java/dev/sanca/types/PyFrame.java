package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A frame of Python's stack, as {@code sys._getframe()} and tracebacks hold it.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#frame-objects">Frame objects, in Python's
 *     documentation</a>
 */
public final class PyFrame extends PyAny {
    static final Kind<PyFrame> KIND =
            Kind.register(PyFrame.class, "frame", PyFrame::new, PythonType.of("types.FrameType"));

    PyFrame(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
