package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LeafDealloc;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.object_h;

/**
 * Deallocates objects whose reference count has become 0.
 *
 * <p><b>Thread:</b> attached. May run Python code, except for ints, floats and short strings. Those are deallocated by
 * a leaf call, which takes a third of the time.
 */
final class Deallocation {
    /**
     * The greatest length of a string that a leaf call may deallocate. The garbage collector of Java waits for a leaf
     * call, and freeing a larger block may return its pages to the system.
     */
    private static final long SHORT_STRING = 4096;

    private Deallocation() {}

    /** Deallocates an object whose count has just become 0, or puts it into the {@link NumberFreeList}. */
    static void run(long word) {
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
        return Proved.STRING && Memory.getLong(word, SequenceReads.SIZE) <= SHORT_STRING;
    }
}
