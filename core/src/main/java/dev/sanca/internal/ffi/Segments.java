package dev.sanca.internal.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Operations on memory segments for packages that must not use {@code java.lang.foreign}; each {@code Object} is a
 * {@code MemorySegment}.
 *
 * <p><b>Thread:</b> any.
 */
@SuppressWarnings("restricted")
public final class Segments {
    /** The scope classes of the global arena, of automatic arenas, and of arrays and buffers. */
    private static final Set<String> STAY_OPEN = Set.of("GlobalSession", "ImplicitSession", "HeapSession");

    private Segments() {}

    /** Returns whether values of a class are memory segments. */
    public static boolean isSegment(Class<?> type) {
        return MemorySegment.class.isAssignableFrom(type);
    }

    /** Returns the memory between position and limit of a buffer, read-only if the buffer is. */
    public static Object ofBuffer(Buffer buffer) {
        return MemorySegment.ofBuffer(buffer);
    }

    /** Returns whether the memory is outside the Java heap. */
    public static boolean isNative(Object segment) {
        return ((MemorySegment) segment).isNative();
    }

    /** Returns whether the segment is read-only. */
    public static boolean isReadOnly(Object segment) {
        return ((MemorySegment) segment).isReadOnly();
    }

    /** Returns the address of native memory, valid while the segment is reachable and its arena is open. */
    public static long address(Object segment) {
        return ((MemorySegment) segment).address();
    }

    /** Returns the size in bytes. */
    public static long byteSize(Object segment) {
        return ((MemorySegment) segment).byteSize();
    }

    /** Copies all bytes of a segment to an address. */
    public static void copyTo(Object segment, long address) {
        MemorySegment from = (MemorySegment) segment;
        MemorySegment.copy(from, 0, Memory.segment(address, from.byteSize()), 0, from.byteSize());
    }

    /**
     * Returns whether the memory cannot be freed while the segment is reachable: its arena is the global one or an
     * automatic one, or it belongs to an array or a buffer.
     *
     * @implNote The API does not tell this, so the class name of the scope decides. A scope of an unknown class counts
     *     as one that can be closed.
     */
    public static boolean staysOpen(Object segment) {
        return STAY_OPEN.contains(((MemorySegment) segment).scope().getClass().getSimpleName());
    }

    /** Returns new memory, zeroed. It is freed when the segment and everything made of it is unreachable. */
    public static Object allocate(long bytes) {
        return Arena.ofAuto().allocate(bytes, Long.BYTES);
    }

    /**
     * Returns a read-only copy of native memory. The copy is freed when the segment and everything made of it is
     * unreachable.
     */
    public static Object copyOf(long address, long bytes) {
        MemorySegment copy = Arena.ofAuto().allocate(bytes, Long.BYTES);
        MemorySegment.copy(Memory.segment(address, bytes), 0, copy, 0, bytes);
        return copy.asReadOnly();
    }

    /** Returns the memory of a segment of at most 2 GiB as a buffer, which keeps the memory alive. */
    public static ByteBuffer asByteBuffer(Object segment) {
        return ((MemorySegment) segment).asByteBuffer();
    }

    /**
     * Returns a segment over native memory that somebody else owns.
     *
     * @param released runs once, on any thread, after the segment and everything made of it is unreachable; must not
     *     refer to the segment
     */
    public static Object owned(long address, long bytes, boolean readOnly, Runnable released) {
        MemorySegment segment =
                MemorySegment.ofAddress(address).reinterpret(bytes, Arena.ofAuto(), ignored -> released.run());
        return readOnly ? segment.asReadOnly() : segment;
    }
}
