package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Native memory by absolute address.
 *
 * <p>Nothing is checked: an address that is not mapped ends the process. Values are in the machine's byte order and
 * need no alignment. Lengths and offsets of bulk copies count elements of the Java array.
 *
 * <p><b>Thread:</b> any. <b>Cost:</b> one machine load or store for each access; the segment is a constant, so the
 * compiler removes the check of its bounds.
 */
@SuppressWarnings("restricted")
public final class Memory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /**
     * The bits of an address: no system maps memory beyond them. The compiler knows that a masked address lies inside
     * {@link #ALL}, together with any small offset, and so leaves out the check of the bounds.
     */
    private static final long ADDRESS = -1L >>> 2;

    private static final Map<String, Long> CONSTANTS = new ConcurrentHashMap<>();

    private Memory() {}

    /** Reads 8 bytes. */
    public static long getLong(long address) {
        return ALL.get(JAVA_LONG_UNALIGNED, address & ADDRESS);
    }

    /** Reads 8 bytes at a small offset that is not negative; faster than {@code getLong(address + offset)}. */
    public static long getLong(long address, long offset) {
        return ALL.get(JAVA_LONG_UNALIGNED, (address & ADDRESS) + offset);
    }

    /** Writes 8 bytes. */
    public static void putLong(long address, long value) {
        ALL.set(JAVA_LONG_UNALIGNED, address & ADDRESS, value);
    }

    /** Reads 4 bytes. */
    public static int getInt(long address) {
        return ALL.get(JAVA_INT_UNALIGNED, address & ADDRESS);
    }

    /** Reads 4 bytes at a small offset that is not negative; faster than {@code getInt(address + offset)}. */
    public static int getInt(long address, long offset) {
        return ALL.get(JAVA_INT_UNALIGNED, (address & ADDRESS) + offset);
    }

    /** Writes 4 bytes. */
    public static void putInt(long address, int value) {
        ALL.set(JAVA_INT_UNALIGNED, address & ADDRESS, value);
    }

    /** Reads 2 bytes. */
    public static short getShort(long address) {
        return ALL.get(JAVA_SHORT_UNALIGNED, address & ADDRESS);
    }

    /** Writes 2 bytes. */
    public static void putShort(long address, short value) {
        ALL.set(JAVA_SHORT_UNALIGNED, address & ADDRESS, value);
    }

    /** Reads 1 byte. */
    public static byte getByte(long address) {
        return ALL.get(JAVA_BYTE, address & ADDRESS);
    }

    /** Writes 1 byte. */
    public static void putByte(long address, byte value) {
        ALL.set(JAVA_BYTE, address & ADDRESS, value);
    }

    /** Reads an 8-byte float. */
    public static double getDouble(long address) {
        return ALL.get(JAVA_DOUBLE_UNALIGNED, address & ADDRESS);
    }

    /** Reads an 8-byte float at a small offset that is not negative. */
    public static double getDouble(long address, long offset) {
        return ALL.get(JAVA_DOUBLE_UNALIGNED, (address & ADDRESS) + offset);
    }

    /** Writes an 8-byte float. */
    public static void putDouble(long address, double value) {
        ALL.set(JAVA_DOUBLE_UNALIGNED, address & ADDRESS, value);
    }

    /** Reads a 4-byte float. */
    public static float getFloat(long address) {
        return ALL.get(JAVA_FLOAT_UNALIGNED, address & ADDRESS);
    }

    /** Copies from memory into an array. */
    public static void copy(long from, byte[] to, int offset, int length) {
        MemorySegment.copy(ALL, JAVA_BYTE, from, to, offset, length);
    }

    /** Copies from memory into an array. */
    public static void copy(long from, short[] to, int offset, int length) {
        MemorySegment.copy(ALL, JAVA_SHORT_UNALIGNED, from, to, offset, length);
    }

    /** Copies from memory into an array. */
    public static void copy(long from, char[] to, int offset, int length) {
        MemorySegment.copy(ALL, JAVA_CHAR_UNALIGNED, from, to, offset, length);
    }

    /** Copies from memory into an array. */
    public static void copy(long from, int[] to, int offset, int length) {
        MemorySegment.copy(ALL, JAVA_INT_UNALIGNED, from, to, offset, length);
    }

    /** Copies from memory into an array. */
    public static void copy(long from, long[] to, int offset, int length) {
        MemorySegment.copy(ALL, JAVA_LONG_UNALIGNED, from, to, offset, length);
    }

    /** Copies from memory into an array. */
    public static void copy(long from, float[] to, int offset, int length) {
        MemorySegment.copy(ALL, JAVA_FLOAT_UNALIGNED, from, to, offset, length);
    }

    /** Copies from memory into an array. */
    public static void copy(long from, double[] to, int offset, int length) {
        MemorySegment.copy(ALL, JAVA_DOUBLE_UNALIGNED, from, to, offset, length);
    }

    /** Copies from an array into memory. */
    public static void copy(byte[] from, int offset, long to, int length) {
        MemorySegment.copy(from, offset, ALL, JAVA_BYTE, to, length);
    }

    /** Copies from an array into memory. */
    public static void copy(short[] from, int offset, long to, int length) {
        MemorySegment.copy(from, offset, ALL, JAVA_SHORT_UNALIGNED, to, length);
    }

    /** Copies from an array into memory. */
    public static void copy(char[] from, int offset, long to, int length) {
        MemorySegment.copy(from, offset, ALL, JAVA_CHAR_UNALIGNED, to, length);
    }

    /** Copies from an array into memory. */
    public static void copy(int[] from, int offset, long to, int length) {
        MemorySegment.copy(from, offset, ALL, JAVA_INT_UNALIGNED, to, length);
    }

    /** Copies from an array into memory. */
    public static void copy(long[] from, int offset, long to, int length) {
        MemorySegment.copy(from, offset, ALL, JAVA_LONG_UNALIGNED, to, length);
    }

    /** Copies from an array into memory. */
    public static void copy(float[] from, int offset, long to, int length) {
        MemorySegment.copy(from, offset, ALL, JAVA_FLOAT_UNALIGNED, to, length);
    }

    /** Copies from an array into memory. */
    public static void copy(double[] from, int offset, long to, int length) {
        MemorySegment.copy(from, offset, ALL, JAVA_DOUBLE_UNALIGNED, to, length);
    }

    /** Copies bytes from one address to another; the ranges may overlap. */
    public static void copy(long from, long to, long bytes) {
        MemorySegment.copy(ALL, from, ALL, to, bytes);
    }

    /** Returns bytes as a Latin-1 string, which fits the characters of a compact ASCII {@code str} (PEP 393). */
    public static String getAscii(long address, int length) {
        byte[] bytes = new byte[length];
        copy(address, bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Reads a C string as UTF-8. Bytes that are not UTF-8 become U+FFFD; NULL becomes the empty string. */
    public static String getString(long address) {
        return address == 0 ? "" : ALL.getString(address);
    }

    /** Reads the C string at the pointer that is stored at an address, as {@link #getString(long)}. */
    public static String getStringAt(long pointer) {
        return getString(getLong(pointer));
    }

    /** Reads {@code length} bytes as UTF-8. Bytes that are not UTF-8 become U+FFFD. */
    public static String getString(long address, int length) {
        byte[] bytes = new byte[length];
        copy(address, bytes, 0, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads a C string of 4-byte {@code wchar_t}; NULL becomes the empty string. */
    public static String getWideString(long address) {
        StringBuilder text = new StringBuilder();
        for (long at = address; at != 0 && getInt(at) != 0; at += Integer.BYTES) {
            text.appendCodePoint(getInt(at));
        }
        return text.toString();
    }

    /**
     * Returns a new C string in UTF-8, which the caller frees with {@link #free}.
     *
     * @throws OutOfMemoryError if the system has no memory
     */
    public static long newString(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long address = allocate(bytes.length + 1L);
        try {
            copy(bytes, 0, address, bytes.length);
            putByte(address + bytes.length, (byte) 0);
            return address;
        } catch (Throwable e) { // StackOverflowError
            free(address);
            throw e;
        }
    }

    /**
     * Returns a new C string of 4-byte {@code wchar_t}, which the caller frees with {@link #free}.
     *
     * @throws OutOfMemoryError if the system has no memory
     */
    public static long newWideString(String text) {
        int[] points = text.codePoints().toArray();
        long address = allocate((points.length + 1L) * Integer.BYTES);
        copy(points, 0, address, points.length);
        putInt(address + points.length * (long) Integer.BYTES, 0);
        return address;
    }

    /**
     * Returns a new C array of pointers, which the caller frees with {@link #free}.
     *
     * @throws OutOfMemoryError if the system has no memory
     */
    public static long newPointers(long... pointers) {
        long address = allocate((long) pointers.length * Long.BYTES);
        copy(pointers, 0, address, pointers.length);
        return address;
    }

    /** Returns the C string of a name that the program itself contains. Each name is allocated once and never freed. */
    public static long constant(String text) {
        return CONSTANTS.computeIfAbsent(text, Memory::newString);
    }

    /**
     * Returns a block of zeros from the C library, which the caller frees with {@link #free}.
     *
     * @throws OutOfMemoryError if the system has no memory
     */
    public static long allocate(long bytes) {
        long address = libc.calloc(1, Math.max(1, bytes));
        if (address == 0) {
            throw new OutOfMemoryError("the C library could not allocate " + bytes + " bytes");
        }
        return address;
    }

    /**
     * As {@link #allocate}, with unspecified contents.
     *
     * @throws OutOfMemoryError if the system has no memory
     */
    public static long malloc(long bytes) {
        long address = libc.malloc(Math.max(1, bytes));
        if (address == 0) {
            throw new OutOfMemoryError("the C library could not allocate " + bytes + " bytes");
        }
        return address;
    }

    /**
     * Frees a block of {@link #malloc}, {@link #allocate}, {@link #newString} or {@link #newWideString}; NULL is
     * ignored.
     */
    public static void free(long address) {
        libc.free(address);
    }

    /** Returns a view of native memory. The view does not keep the memory alive. */
    public static MemorySegment segment(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    /** Returns a view of native memory in native byte order. The view does not keep the memory alive. */
    public static ByteBuffer buffer(long address, int bytes) {
        return segment(address, bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** Returns the address at a direct buffer's position. The buffer must stay reachable while the address is used. */
    public static long address(Buffer direct) {
        return MemorySegment.ofBuffer(direct).address();
    }
}
