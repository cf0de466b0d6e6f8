package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.bytearrayobject_h;
import dev.sanca.internal.ffi.memoryobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.function.LongConsumer;

/**
 * Memory views that Sanca makes.
 *
 * <p><b>Source:</b> {@code Include/memoryobject.h}, {@code Include/bytearrayobject.h}.
 */
final class Buffers {
    private Buffers() {}

    /** A view, as bytes, of native memory that {@code owner} keeps and Python keeps {@code owner}. */
    static long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        return viewOf(state, SegmentExporter.make(state, owner, address, bytes, readOnly));
    }

    /** A writable view of new memory, which it owns. */
    static long filled(ThreadState state, long bytes, LongConsumer filler) {
        long owner = PythonErrors.check(state, bytearrayobject_h.PyByteArray_FromStringAndSize(0, bytes));
        try {
            filler.accept(bytearrayobject_h.PyByteArray_AsString(owner));
        } catch (Throwable e) {
            Word.decref(owner);
            throw e;
        }
        return viewOf(state, owner);
    }

    /** Takes the count of {@code exporter}, which is the view's then. */
    private static long viewOf(ThreadState state, long exporter) {
        try {
            return PythonErrors.check(state, memoryobject_h.PyMemoryView_FromObject(exporter));
        } finally {
            Word.decref(exporter);
        }
    }
}
