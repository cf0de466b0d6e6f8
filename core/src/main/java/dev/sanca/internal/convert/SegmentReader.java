package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Segments;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;

/**
 * Converts a Python object with a buffer to a {@code MemorySegment} of the same memory; the segment is writable if the buffer
 * is. For a runtime that does not give access to its memory, the segment is a read-only copy.
 *
 * <p><b>Ownership:</b> the segment, and every segment made of it, keeps a {@code memoryview} of the object, which holds the
 * buffer. When all of them are unreachable, the release pool passes that count to the next thread that attaches, since a buffer
 * must be released on an attached thread.
 *
 * <p><b>Thread:</b> any thread may use the segment, attached or not. Python code may change the memory at the same time.
 */
final class SegmentReader {
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);

    private SegmentReader() {}

    static Object read(ThreadState state, long word) {
        if (!Operations.of(state).hasBuffer(state, word)) {
            throw Numbers.wrongType(state, word, "MemorySegment", "an object with a buffer");
        }
        NumPyScalars.checkBuffer(state, word, "MemorySegment");
        long view = Operations.of(state).memoryView(state, word);
        try (HeldBuffer buffer = Operations.of(state).bufferOrNull(state, view)) {
            if (buffer == null || !buffer.isContiguous()) {
                throw ConversionError.value("the buffer of "
                        + Operations.of(state).typeName(state, word) + " is not contiguous: a MemorySegment is one"
                        + " block. Pass a contiguous copy, as numpy.ascontiguousarray makes, or ask for an array");
            }
            if (buffer.isCopy()) {
                return Segments.copyOf(buffer.address(), buffer.bytes());
            }
            Py<PyAny> held = Face.of(ANY, view);
            return Segments.owned(buffer.address(), buffer.bytes(), buffer.isReadOnly(), held::close);
        } finally {
            Word.decref(view);
        }
    }
}
