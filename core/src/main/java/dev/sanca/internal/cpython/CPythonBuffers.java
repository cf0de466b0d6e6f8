package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.BufferOperations;
import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.bytearrayobject_h;
import dev.sanca.internal.ffi.memoryobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Memory that Java and Python share.
 *
 * <p><b>Source:</b> {@code Include/memoryobject.h}, {@code Include/bytearrayobject.h}, PEP 3118.
 */
interface CPythonBuffers extends BufferOperations {
    @Override
    default boolean hasBuffer(ThreadState state, long word) {
        return abstract_h.PyObject_CheckBuffer(word) != 0;
    }

    @Override
    default @Nullable HeldBuffer bufferOrNull(ThreadState state, long word) {
        if (!hasBuffer(state, word)) {
            return null;
        }
        BufferView view = BufferView.filledOrNull(word);
        if (view == null) {
            PythonErrors.clear();
        }
        return view;
    }

    @Override
    default HeldBuffer buffer(ThreadState state, long word) {
        BufferView view = BufferView.filledOrNull(word);
        if (view == null) {
            throw PythonErrors.pending(state);
        }
        return view;
    }

    @Override
    default long memoryView(ThreadState state, long word) {
        return PythonErrors.check(state, memoryobject_h.PyMemoryView_FromObject(word));
    }

    @Override
    default long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        return viewOf(state, SegmentExporter.make(state, owner, address, bytes, readOnly));
    }

    @Override
    default long memoryView(ThreadState state, long bytes, LongConsumer filler) {
        long owner = PythonErrors.check(state, bytearrayobject_h.PyByteArray_FromStringAndSize(0, bytes));
        try {
            filler.accept(bytearrayobject_h.PyByteArray_AsString(owner));
        } catch (Throwable e) {
            Word.decref(owner);
            throw e;
        }
        return viewOf(state, owner);
    }

    /** Returns a view of an exporter. Consumes the reference {@code exporter}; the view owns a new one. */
    private static long viewOf(ThreadState state, long exporter) {
        try {
            return PythonErrors.check(state, memoryobject_h.PyMemoryView_FromObject(exporter));
        } finally {
            Word.decref(exporter);
        }
    }
}
