package dev.sanca.internal.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Set;

/** What other packages, which do not know memory segments, do with them; each {@code Object} is a segment. */
@SuppressWarnings("restricted")
public final class Segments {
    /** The scopes of the global arena, of automatic ones, and of arrays and buffers. */
    private static final Set<String> STAY_OPEN = Set.of("GlobalSession", "ImplicitSession", "HeapSession");

    private Segments() {}

    /** Whether values of a class are memory segments. */
    public static boolean isSegment(Class<?> type) {
        return MemorySegment.class.isAssignableFrom(type);
    }

    /** The memory between position and limit of a buffer, read-only if that is. */
    public static Object ofBuffer(Buffer buffer) {
        return MemorySegment.ofBuffer(buffer);
    }

    /** Whether the memory is outside the Java heap. */
    public static boolean isNative(Object segment) {
        return ((MemorySegment) segment).isNative();
    }

    /** Whether writing is refused. */
    public static boolean isReadOnly(Object segment) {
        return ((MemorySegment) segment).isReadOnly();
    }

    /** Address of native memory: valid while the segment is reachable and open. */
    public static long address(Object segment) {
        return ((MemorySegment) segment).address();
    }

    /** Size in bytes. */
    public static long byteSize(Object segment) {
        return ((MemorySegment) segment).byteSize();
    }

    /** Copies all bytes to an address. */
    public static void copyTo(Object segment, long address) {
        MemorySegment from = (MemorySegment) segment;
        MemorySegment.copy(from, 0, Memory.segment(address, from.byteSize()), 0, from.byteSize());
    }

    /**
     * Whether nobody can free the memory while the segment is reachable: its arena is the global one or an automatic one,
     * or it belongs to an array or a buffer.
     *
     * @implNote The API does not tell, so the class of the scope is asked by name; any that is unknown is taken for one that
     *     can be closed.
     */
    public static boolean staysOpen(Object segment) {
        return STAY_OPEN.contains(((MemorySegment) segment).scope().getClass().getSimpleName());
    }

    /** New memory, zeroed, that the segment and everything made of it keeps. */
    public static Object allocate(long bytes) {
        return Arena.ofAuto().allocate(bytes, Long.BYTES);
    }

    /** A read-only copy of foreign memory, likewise. */
    public static Object copyOf(long address, long bytes) {
        MemorySegment copy = Arena.ofAuto().allocate(bytes, Long.BYTES);
        MemorySegment.copy(Memory.segment(address, bytes), 0, copy, 0, bytes);
        return copy.asReadOnly();
    }

    /** The memory of a segment of at most 2 GiB as a buffer, which keeps it. */
    public static ByteBuffer asByteBuffer(Object segment) {
        return ((MemorySegment) segment).asByteBuffer();
    }

    /**
     * A segment of foreign memory.
     *
     * @param released runs once, on any thread, after the segment and everything made of it is unreachable; must not refer
     *     to the segment
     */
    public static Object owned(long address, long bytes, boolean readOnly, Runnable released) {
        MemorySegment segment =
                MemorySegment.ofAddress(address).reinterpret(bytes, Arena.ofAuto(), ignored -> released.run());
        return readOnly ? segment.asReadOnly() : segment;
    }
}
