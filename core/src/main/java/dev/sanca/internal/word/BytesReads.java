package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.bytesobject_h;

/** Contents of {@code bytes} or an instance of a subclass. */
public final class BytesReads {
    private BytesReads() {}

    /** Number of bytes. */
    public static long bytesSize(long word) {
        return Proved.BYTES ? Memory.getLong(word, SequenceReads.SIZE) : bytesobject_h.PyBytes_Size(word);
    }

    /** Address of the bytes, borrowed from the object; they never change. */
    public static long bytesAddress(long word) {
        return Proved.BYTES ? word + Proved.BYTES_DATA : bytesobject_h.PyBytes_AsString(word);
    }
}
