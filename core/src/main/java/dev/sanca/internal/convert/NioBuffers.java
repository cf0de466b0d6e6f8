package dev.sanca.internal.convert;

import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Segments;
import dev.sanca.internal.thread.ThreadState;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts a Python object with a buffer to a direct {@code ByteBuffer} of the same memory, in the order of bytes of this machine, or to its view as another
 * {@code java.nio} buffer. {@link SegmentReader} says how long the memory lives and who may use it.
 */
final class NioBuffers {
    /**
     * @param kinds the formats of {@code struct} that the elements may have
     * @param bytes the size of an element
     * @param view makes the buffer of bytes
     */
    private record Elements(String kinds, int bytes, Function<ByteBuffer, Buffer> view) {}

    private static final Map<Class<?>, Elements> KINDS = Map.of(
            ShortBuffer.class, new Elements("h", Short.BYTES, ByteBuffer::asShortBuffer),
            CharBuffer.class, new Elements("H", Character.BYTES, ByteBuffer::asCharBuffer),
            IntBuffer.class, new Elements("iln", Integer.BYTES, ByteBuffer::asIntBuffer),
            LongBuffer.class, new Elements("lqn", Long.BYTES, ByteBuffer::asLongBuffer),
            FloatBuffer.class, new Elements("f", Float.BYTES, ByteBuffer::asFloatBuffer),
            DoubleBuffer.class, new Elements("d", Double.BYTES, ByteBuffer::asDoubleBuffer));

    private NioBuffers() {}

    /** Returns the reader of a class of buffers; null if the class is none that a program can ask for. */
    static @Nullable Reader reader(Class<?> type) {
        if (type == ByteBuffer.class || type == Buffer.class) {
            return (state, word, depth) -> bytes(state, word, type);
        }
        Elements elements = KINDS.get(type);
        return elements == null
                ? null
                : (state, word, depth) -> {
                    Object java = Operations.of(state).unwrapOrNull(state, word);
                    if (type.isInstance(java)) {
                        return java;
                    }
                    check(state, word, type, elements);
                    return elements.view().apply((ByteBuffer) bytes(state, word, ByteBuffer.class));
                };
    }

    private static Object bytes(ThreadState state, long word, Class<?> type) {
        Object java = Operations.of(state).unwrapOrNull(state, word);
        if (type.isInstance(java)) {
            return java;
        }
        return Segments.asByteBuffer(SegmentReader.read(state, word)).order(ByteOrder.nativeOrder());
    }

    /** Throws if the elements of the buffer have not the bits of those of Java's: numbers would be wrong. */
    private static void check(ThreadState state, long word, Class<?> type, Elements elements) {
        try (HeldBuffer buffer = Operations.of(state).bufferOrNull(state, word)) {
            if (buffer != null
                    && (elements.kinds().indexOf(buffer.kind()) < 0
                            || buffer.itemBytes() != elements.bytes()
                            || !buffer.isNativeOrder())) {
                throw ConversionError.type("cannot convert "
                        + Operations.of(state).typeName(state, word) + " to a Java "
                        + type.getSimpleName() + ": the format of its elements is '" + buffer.format() + "', of "
                        + buffer.itemBytes() + " bytes. Ask for an array, which converts each element");
            }
        }
    }
}
