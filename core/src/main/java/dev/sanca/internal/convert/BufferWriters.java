package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Segments;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Converts memory segments and buffers to a {@code memoryview}. The view shares the memory if that is native and cannot be
 * freed while Python uses it; the view of a Java array is a copy.
 *
 * <p><b>Ownership:</b> Python keeps the segment, and the object that owns its memory, until the last view of it is deallocated.
 *
 * <p><b>Errors:</b> {@code ValueError} for a segment of an arena that can be closed: Sanca cannot keep such an arena open, so
 * Python could read freed memory.
 */
final class BufferWriters {
    private BufferWriters() {}

    /** Returns a view of a segment, as bytes. */
    static long segment(ThreadState state, Object segment, int depth) {
        return view(state, segment, segment, "B");
    }

    /** Returns a view of the remaining elements of a buffer. */
    static long buffer(ThreadState state, Object value, int depth) {
        Buffer buffer = (Buffer) value;
        if (order(buffer) != ByteOrder.nativeOrder() && !(buffer instanceof ByteBuffer)) {
            throw ConversionError.value(
                    "a " + value.getClass().getSimpleName() + " in " + order(buffer) + " byte order cannot become a"
                            + " memoryview. Make it with order(ByteOrder.nativeOrder()), or pass the ByteBuffer");
        }
        return view(state, Segments.ofBuffer(buffer), buffer, format(buffer));
    }

    private static long view(ThreadState state, Object segment, Object owner, String format) {
        long view;
        if (!Segments.isNative(segment)) {
            view = ArrayWriters.make(state, "B", Segments.byteSize(segment), to -> Segments.copyTo(segment, to));
            if (Segments.isReadOnly(segment)) {
                view = readOnly(state, view);
            }
        } else if (!Segments.staysOpen(segment)) {
            throw ConversionError.value(
                    "this MemorySegment belongs to an arena that can be closed while Python still looks at the"
                            + " memory. Allocate it with Arena.ofAuto() or Arena.global(), or pass a copy:"
                            + " segment.toArray(ValueLayout.JAVA_BYTE)");
        } else {
            view = Operations.of(state)
                    .lend(
                            state,
                            owner,
                            Segments.address(segment),
                            Segments.byteSize(segment),
                            Segments.isReadOnly(segment));
        }
        return ArrayWriters.cast(state, view, format);
    }

    private static long readOnly(ThreadState state, long view) {
        try {
            return Operations.of(state).callMethod(state, view, "toreadonly");
        } finally {
            Word.decref(view);
        }
    }

    private static ByteOrder order(Buffer buffer) {
        return switch (buffer) {
            case CharBuffer b -> b.order();
            case ShortBuffer b -> b.order();
            case IntBuffer b -> b.order();
            case LongBuffer b -> b.order();
            case FloatBuffer b -> b.order();
            case DoubleBuffer b -> b.order();
            default -> ByteOrder.nativeOrder();
        };
    }

    private static String format(Buffer buffer) {
        return switch (buffer) {
            case CharBuffer b -> "H";
            case ShortBuffer b -> "h";
            case IntBuffer b -> "i";
            case LongBuffer b -> "q";
            case FloatBuffer b -> "f";
            case DoubleBuffer b -> "d";
            default -> "B";
        };
    }
}
