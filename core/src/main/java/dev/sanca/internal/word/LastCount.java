package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LeafDealloc;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.object_h;

/**
 * The end of an object whose last count is gone.
 *
 * <p><b>Thread:</b> attached. May run Python code, but for ints, floats and short strings: their end takes a third of the
 * time, by a call for which the thread stays in Java.
 */
final class LastCount {
    /** The garbage collector waits for a leaf call. Memory of more than this may go back to the system, page by page. */
    private static final long SHORT = 4096;

    private LastCount() {}

    /** Ends an object whose count has just become 0, or keeps it for the next of its type. */
    static void given(long word) {
        if (!Proved.TYPE) {
            object_h._Py_Dealloc(word);
            return;
        }
        long type = Memory.getLong(word, Proved.TYPE_OFFSET);
        if (type == TypeReads.Builtin.INT) {
            if (!NumberFreeList.keepInt(word)) {
                LeafDealloc.of(word);
            }
        } else if (type == TypeReads.Builtin.FLOAT) {
            if (!NumberFreeList.keepFloat(word)) {
                LeafDealloc.of(word);
            }
        } else if (type == TypeReads.Builtin.STRING && isShortString(word)) {
            LeafDealloc.of(word);
        } else {
            object_h._Py_Dealloc(word);
        }
    }

    private static boolean isShortString(long word) {
        return Proved.STRING && Memory.getLong(word, SequenceReads.SIZE) <= SHORT;
    }
}
