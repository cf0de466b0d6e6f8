package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.bytesobject_h;

/**
 * Reads the contents of {@code bytes} objects inline. A word must be a {@code bytes} or an instance of a subclass.
 *
 * <p><b>Thread:</b> attached.
 */
public final class BytesReads {
    private BytesReads() {}

    /** Returns the number of bytes. */
    public static long bytesSize(long word) {
        return Proved.BYTES ? Memory.getLong(word, SequenceReads.SIZE) : bytesobject_h.PyBytes_Size(word);
    }

    /** Returns the address of the bytes, borrowed from the object; they never change. */
    public static long bytesAddress(long word) {
        return Proved.BYTES ? word + Proved.BYTES_DATA : bytesobject_h.PyBytes_AsString(word);
    }
}
