package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A Python {@code memoryview}: memory of another object, without a copy. */
public final class PyMemoryView extends PyAny {
    static final Kind<PyMemoryView> KIND = Kind.register(
            PyMemoryView.class,
            "memoryview",
            PyMemoryView::new,
            TypeChecks.instancesOf("PyMemoryView_Type"),
            TypeChecks.exactly("PyMemoryView_Type"));

    PyMemoryView(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** A copy of the bytes, the last dimension fastest. */
    public byte[] toByteArray() {
        return as(byte[].class);
    }

    /** The elements' format as in Python's {@code struct}, such as {@code "d"}. */
    public String format() {
        try (PyAny format = getAttr("format")) {
            return format.asString();
        }
    }

    /** Whether Python refuses writing. */
    public boolean isReadOnly() {
        try (PyAny flag = getAttr("readonly")) {
            return flag.isTruthy();
        }
    }

    /** {@code this.release()}: gives up the buffer before this reference is closed. */
    public void release() {
        callMethod("release").close();
    }
}
